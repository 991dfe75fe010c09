package org.juntos.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// JSON on one line, all ASCII: no reader splits it at an exotic line separator or in a wrong
/// locale.
public final class JsonText {
  private static final JSON WRITER =
      JSON.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
          .build();
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JSON READER = JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS);

  private JsonText() {}

  public static String write(Map<String, ?> object) {
    try {
      return WRITER.asString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written anywhere
    }
  }

  /// Reads any one JSON value: maps, lists, strings, numbers, booleans or null.
  ///
  /// @throws IOException when it is not JSON
  public static Object read(String text) throws IOException {
    try (var parser = FACTORY.createParser(text)) {
      var value = READER.anyFrom(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value");
      }
      return value;
    }
  }
}
