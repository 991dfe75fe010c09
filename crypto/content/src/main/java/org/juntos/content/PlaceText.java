package org.juntos.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads where somewhere is from what people type and paste: degrees, a `geo:` address (RFC 5870),
/// or a link into OpenStreetMap, Google Maps or Apple Maps. Nothing is asked of any of them.
public final class PlaceText {
  private static final int LONGEST = 4096;

  private static final String NUMBER = "([-+]?\\d{1,3}(?:\\.\\d{1,20})?)";
  private static final String PAIR = NUMBER + "\\s*,\\s*" + NUMBER;

  private static final Pattern DEGREES =
      Pattern.compile(NUMBER + "\\s*°?\\s*([NS]?)\\s*[,;\\s]\\s*" + NUMBER + "\\s*°?\\s*([EW]?)");

  private static final Pattern COMMAS =
      Pattern.compile("([-+]?\\d{1,3},\\d{1,20})\\s*(?:;|\\s)\\s*([-+]?\\d{1,3},\\d{1,20})");

  private static final String MINUTES =
      "(\\d{1,3})°\\s*(\\d{1,2})['′’]\\s*(?:(\\d{1,2}(?:\\.\\d{1,20})?)(?:\"|″|”|''))?\\s*";

  private static final Pattern SEXAGESIMAL =
      Pattern.compile(MINUTES + "([NS])\\s*,?\\s*" + MINUTES + "([EW])");

  private static final Pattern GEO = Pattern.compile("geo:" + PAIR + "[^?]*(?:\\?(.*))?");
  private static final Pattern LABELLED = Pattern.compile(PAIR + "(?:\\((.*)\\))?.*");

  /// What each service writes, that of a marked place before that of what is looked at.
  private static final List<Pattern> IN_LINKS =
      List.of(
          Pattern.compile("[?&]mlat=" + NUMBER + "&mlon=" + NUMBER),
          Pattern.compile("!3d" + NUMBER + "!4d" + NUMBER),
          Pattern.compile("[?&](?:q|query|ll|destination|center|coordinate)=(?:loc:)?" + PAIR),
          Pattern.compile("/(?:search|place|dir)/(?:[^/]*/)?" + PAIR),
          Pattern.compile("@" + PAIR),
          Pattern.compile("#map=\\d{1,2}(?:\\.\\d+)?/" + NUMBER + "/" + NUMBER));

  private static final Pattern SHORT =
      Pattern.compile(
          "(?i)https?://(?:maps\\.app\\.goo\\.gl|goo\\.gl|osm\\.org/go|www\\.openstreetmap\\.org/go)/.*");

  private PlaceText() {}

  /// What became of a text.
  public sealed interface Read {
    /// @param place with the name that the text gives it, if it does
    record Found(Place place) implements Read {}

    /// It says where, but nowhere on the earth.
    record OffTheEarth() implements Read {}

    /// A short link, which only its service could resolve.
    record ShortLink() implements Read {}

    record NotUnderstood() implements Read {}
  }

  /// Reads a text.
  public static Read read(String text) {
    if (text.length() > LONGEST) {
      return new Read.NotUnderstood();
    }
    var typed = text.strip();
    if (typed.regionMatches(true, 0, "geo:", 0, 4)) {
      return geo("geo:" + typed.substring(4));
    }
    if (typed.matches("(?i)https?://.*")) {
      return link(typed);
    }
    return degrees(typed.toUpperCase(Locale.ROOT).replace('−', '-'));
  }

  private static Read degrees(String typed) {
    var decimal = DEGREES.matcher(typed);
    if (decimal.matches()) {
      return found(
          signed(decimal.group(1), decimal.group(2).equals("S")),
          signed(decimal.group(3), decimal.group(4).equals("W")),
          "");
    }
    var commas = COMMAS.matcher(typed);
    if (commas.matches()) {
      return found(number(commas.group(1)), number(commas.group(2)), "");
    }
    var minutes = SEXAGESIMAL.matcher(typed);
    return minutes.matches()
        ? found(
            sexagesimal(minutes, 1, minutes.group(4).equals("S")),
            sexagesimal(minutes, 5, minutes.group(8).equals("W")),
            "")
        : new Read.NotUnderstood();
  }

  private static BigDecimal signed(String number, boolean negative) {
    return negative ? number(number).negate() : number(number);
  }

  private static BigDecimal number(String number) {
    return new BigDecimal(number.replace(',', '.'));
  }

  private static BigDecimal sexagesimal(Matcher parts, int first, boolean negative) {
    var seconds = parts.group(first + 2);
    var sum =
        number(parts.group(first))
            .multiply(BigDecimal.valueOf(3600))
            .add(number(parts.group(first + 1)).multiply(BigDecimal.valueOf(60)))
            .add(seconds == null ? BigDecimal.ZERO : number(seconds));
    var degrees = sum.divide(BigDecimal.valueOf(3600), 10, RoundingMode.HALF_EVEN);
    return negative ? degrees.negate() : degrees;
  }

  private static Read geo(String typed) {
    var parts = GEO.matcher(typed);
    if (!parts.matches()) {
      return new Read.NotUnderstood();
    }
    var query = parts.group(3);
    if (query != null && query.startsWith("q=")) { // as Android has it: what is at 0,0 is elsewhere
      var labelled = LABELLED.matcher(decoded(query.substring(2)));
      if (labelled.matches()) {
        var label = labelled.group(3);
        return found(
            number(labelled.group(1)), number(labelled.group(2)), label == null ? "" : label);
      }
    }
    return found(number(parts.group(1)), number(parts.group(2)), "");
  }

  private static Read link(String typed) {
    if (SHORT.matcher(typed).matches()) {
      return new Read.ShortLink();
    }
    var address = typed.replace("%2C", ",").replace("%2c", ",").replace("%20", " ");
    for (var pattern : IN_LINKS) {
      var found = pattern.matcher(address);
      if (found.find()) {
        return found(number(found.group(1)), number(found.group(2)), name(address));
      }
    }
    return new Read.NotUnderstood();
  }

  /// As Google writes it into the path.
  private static String name(String address) {
    var named = Pattern.compile("/maps/place/([^/@]+)/").matcher(address);
    var name = named.find() ? decoded(named.group(1)) : "";
    return name.matches("[-+\\d.,°'\"\\sNSEW]*") ? "" : name;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return part;
    }
  }

  private static Read found(BigDecimal latitude, BigDecimal longitude, String name) {
    var north = e7(latitude, Place.MAX_LATITUDE);
    var east = e7(longitude, Place.MAX_LONGITUDE);
    if (north == null || east == null) {
      return new Read.OffTheEarth();
    }
    var cut = name.codePoints().limit(Place.MAX_NAME).toArray();
    return new Read.Found(new Place(north, east, new String(cut, 0, cut.length), 0));
  }

  private static @Nullable Integer e7(BigDecimal degrees, int most) {
    var scaled = degrees.movePointRight(7).setScale(0, RoundingMode.HALF_EVEN);
    return scaled.abs().compareTo(BigDecimal.valueOf(most)) > 0 ? null : scaled.intValueExact();
  }
}
