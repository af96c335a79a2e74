package se.samplan.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Looks through what tests have written for anything like an identity number; says where, never which. The build runs
 * this file as it is by whatever Java Maven runs on, so it is written for Java 17 and alone.
 */
public final class TestOutputScanner {

    /** Binary files, in which nobody reads. */
    private static final Set<String> NOT_TEXT = Set.of("class", "jar", "gz", "zip", "lst");

    /** Random digits are no number: UUIDs, and bytes written as {@code %20}, which would hide where a number begins. */
    private static final Pattern NOISE = Pattern.compile("\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"
            + "|%[0-9a-fA-F]{2}|\\\\u[0-9a-fA-F]{4}|\\\\[nrtbf]|&#[0-9]+;");

    /**
     * A date of birth and four more, the century told or not; not amid other letters and digits (a hash, milliseconds)
     * and not after a decimal point.
     */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z]|[0-9][.,])((?:1[89]|20)?)([0-9]{2})([0-9]{2})([0-9]{2})[-+]?"
                    + "([0-9]{4}|[TRSUWXJKLMN][0-9]{3})(?![0-9A-Za-z])");

    private static final int COORDINATION = 60;

    /** The oldest test numbers of the Tax Agency are of this year. */
    private static final int EARLIEST = 1890;

    /** Beyond, it is something else. */
    private static final int LATEST = 2030;

    private TestOutputScanner() {}

    /**
     * Where something like an identity number stands, as {@code file:line}.
     *
     * @throws IllegalStateException if there is nothing to scan, since a scan of nothing proves nothing
     */
    public static List<String> scan(List<Path> folders) throws IOException {
        var places = new ArrayList<String>();
        int files = 0;
        for (var folder : folders) {
            for (var file : filesBelow(folder)) {
                files++;
                scan(file, places);
            }
        }
        if (files == 0) {
            throw new IllegalStateException("no test output in " + folders);
        }
        return places;
    }

    /**
     * Scans folders and ends with 1 if they hold anything like an identity number.
     *
     * @param arguments {@code false} first where only some tests were asked for, of which a module may have none; then the
     *     folders
     */
    public static void main(String[] arguments) throws IOException {
        var folders = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        if (!Boolean.parseBoolean(arguments[0]) && folders.stream().noneMatch(Files::isDirectory)) {
            System.out.println("No test was asked for here, so there is nothing to scan.");
            return;
        }
        var places = scan(folders);
        places.forEach(place -> System.err.println("looks like an identity number: " + place));
        if (!places.isEmpty()) {
            System.exit(1);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !NOT_TEXT.contains(extension(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void scan(Path file, List<String> places) throws IOException {
        if (holdsOne(file.getFileName().toString())) {
            places.add(file.getParent() + ": a file's name");
        }
        // Every byte is a character of Latin-1: what is no UTF-8 is scanned as well, and numbers are ASCII in both.
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (holdsOne(line)) {
                    places.add(file + ":" + number);
                }
            }
        }
    }

    /** Whether this text holds anything like an identity number. */
    static boolean holdsOne(String line) {
        return NUMBER.matcher(NOISE.matcher(line).replaceAll(" ")).results().anyMatch(TestOutputScanner::isOne);
    }

    private static boolean isOne(MatchResult match) {
        int day = Integer.parseInt(match.group(4));
        boolean interim = Character.isLetter(match.group(5).charAt(0));
        return hasDate(match, day > COORDINATION && !interim ? day - COORDINATION : day)
                && (interim || luhn(match.group(2) + match.group(3) + match.group(4) + match.group(5)));
    }

    private static boolean hasDate(MatchResult match, int day) {
        // Without a century, 2000 has every day that 1900 has.
        int century = match.group(1).isEmpty() ? 20 : Integer.parseInt(match.group(1));
        int year = 100 * century + Integer.parseInt(match.group(2));
        int month = Integer.parseInt(match.group(3));
        return month >= 1
                && month <= 12
                && YearMonth.of(year, month).isValidDay(day)
                && (match.group(1).isEmpty() || (year >= EARLIEST && year <= LATEST));
    }

    private static boolean luhn(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < tenDigits.length(); i++) {
            int digit = Character.digit(tenDigits.charAt(i), 10);
            sum += i % 2 == 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum % 10 == 0;
    }
}
