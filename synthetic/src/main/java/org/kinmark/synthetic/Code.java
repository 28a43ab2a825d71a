package org.kinmark.synthetic;

/// A code as `conditions.csv` writes it: bare for SNOMED CT, else `system|value`.
record Code(String system, String written) {

    static final String SNOMED = "snomed";

    static Code parse(String system, String value) {
        return new Code(system, system.equals(SNOMED) ? value : system + "|" + value);
    }

    boolean isSnomed() {
        return system.equals(SNOMED);
    }
}
