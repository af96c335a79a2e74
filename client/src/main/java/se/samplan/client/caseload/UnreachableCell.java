package se.samplan.client.caseload;

/** A published figure that no whole number of people rounds to, or that stands in a row that does not sum up. */
record UnreachableCell(
        String table,
        String municipalityCode,
        String municipality,
        int year,
        String column,
        int published,
        int nearest) {

    @Override
    public String toString() {
        return "%s, %s %s, %d, %s: published %d, nearest %d"
                .formatted(table, municipalityCode, municipality, year, column, published, nearest);
    }
}
