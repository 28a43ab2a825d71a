package org.kinmark.synthetic;

/// A health service, or the council's adult social care, with a register of its own.
///
/// @param index its place among all services of the area, from 0
/// @param practice its place among the practices, or -1
record Service(int index, String id, String name, Discipline discipline, String odsCode, int practice) {}
