package org.juntos.cli.output;

import java.util.Map;

/// One answer, in both forms.
///
/// @param json fields in their order; values are strings, numbers, booleans, null, lists and maps
/// @param text for a person
public record Line(Map<String, ?> json, String text) {}
