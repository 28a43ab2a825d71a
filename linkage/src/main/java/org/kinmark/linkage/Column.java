package org.kinmark.linkage;

/// What a file may say about a person that helps to tell who they are.
public enum Column {
    NHS_NUMBER,
    GIVEN_NAME,
    FAMILY_NAME,
    BIRTH_DATE,
    SEX,
    POSTCODE,
    ADDRESS,
    TOWN
}
