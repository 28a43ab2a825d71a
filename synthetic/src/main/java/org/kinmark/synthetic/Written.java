package org.kinmark.synthetic;

/// A person as a file has them: each field as it is written, empty where it is missing.
record Written(String nhsNumber, String given, String family, String birth, String sex, String postcode) {}
