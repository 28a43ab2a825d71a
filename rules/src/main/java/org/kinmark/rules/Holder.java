package org.kinmark.rules;

/// Who would share.
public enum Holder implements Word {
    HEALTH_SERVICE,
    FAMILY_TEAM
}
