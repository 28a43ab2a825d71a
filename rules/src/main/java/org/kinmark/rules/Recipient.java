package org.kinmark.rules;

/// Who would receive.
public enum Recipient implements Word {
    /// Does not provide care.
    FAMILY_TEAM,
    CARE_PROFESSIONAL,
    /// Children's social care, adult safeguarding, or police in that function.
    SAFEGUARDING_AUTHORITY,
    EVALUATOR,
    /// Any other body.
    OTHER
}
