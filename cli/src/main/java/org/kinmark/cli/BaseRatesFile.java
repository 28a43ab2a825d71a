package org.kinmark.cli;

import java.util.HashMap;
import java.util.Map;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;

/// What `--base-rates` reads: for an indicator the share of families in which somebody has the need.
final class BaseRatesFile implements TableReader<BaseRatesFile.Column, Map<String, Double>> {

    enum Column {
        INDICATOR,
        RATE
    }

    private final Map<String, Double> rates = new HashMap<>();

    private BaseRatesFile() {}

    /// Reads the rates, each above 0 and under 1, or every mistake in the file.
    static Reading<Map<String, Double>> read(Source source) {
        return Table.read(source, Schema.ours(Column.class), new BaseRatesFile());
    }

    @Override
    public void row(Row<Column> row) {
        var indicator = row.required(Column.INDICATOR);
        // Digits only, or a number could be none or endless.
        double rate = row.text(Column.RATE).matches("0?\\.[0-9]{1,9}") ? Double.parseDouble(row.text(Column.RATE)) : 0;
        if (rate == 0) {
            row.refuse(Column.RATE, "write a share of families above 0 and under 1, such as 0.33");
        }
        if (rates.put(indicator, rate) != null && !indicator.isEmpty()) {
            row.refuse(Column.INDICATOR, "this indicator is in a row above already");
        }
    }

    @Override
    public Map<String, Double> end(Mistakes mistakes) {
        return rates;
    }
}
