package org.kinmark.linkage;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One file's people, as columns of coded integers. Holds no value that could be printed.
public final class Records {

    private final Set<Column> columns;
    private final int size;

    private Records(Set<Column> columns, int size) {
        this.columns = columns;
        this.size = size;
    }

    /// Begins a file that has these columns; values of others are not taken.
    public static Builder builder(Set<Column> columns) {
        return new Builder(columns);
    }

    /// The columns that the file has, whether or not any record fills them.
    public Set<Column> columns() {
        return columns;
    }

    /// The number of records.
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return "Records[" + size + "]";
    }

    /// Takes records one at a time: set what the file says, then end the record. For one thread.
    public static final class Builder {

        private final Set<Column> columns;
        private int size;

        private Builder(Set<Column> columns) {
            this.columns = EnumSet.copyOf(columns);
        }

        /// Sets a value of the current record as the file has it, untrimmed and unparsed; empty is missing, and so is
        /// an NHS Number with a wrong check digit, a date that is none and a sex that is none.
        public Builder set(Column column, String typed) {
            return this;
        }

        /// Says that the current record belongs to a family: records with the same reference are one family.
        public Builder family(@Nullable String reference) {
            return this;
        }

        /// Ends the current record. Records are numbered from 0 in the order in which they end.
        public Builder end() {
            size++;
            return this;
        }

        /// The finished columns. The builder takes nothing after that.
        public Records build() {
            return new Records(columns, size);
        }
    }
}
