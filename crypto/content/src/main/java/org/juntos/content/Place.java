package org.juntos.content;

import java.math.BigDecimal;

/// Somewhere on the earth (WGS 84).
///
/// @param latitudeE7 in 1e-7 degrees, north of the equator; at most [#MAX_LATITUDE] either way
/// @param longitudeE7 in 1e-7 degrees, east of Greenwich; at most [#MAX_LONGITUDE] either way
/// @param name what it is called, at most [#MAX_NAME] characters; may be empty
/// @param accuracyMetres 0 when it is not known, at most [#MAX_ACCURACY]
public record Place(int latitudeE7, int longitudeE7, String name, int accuracyMetres)
    implements Card {
  /// 90 degrees.
  public static final int MAX_LATITUDE = 900_000_000;

  /// 180 degrees.
  public static final int MAX_LONGITUDE = 1_800_000_000;

  /// Most characters of a name.
  public static final int MAX_NAME = 120;

  /// Half of the way around the earth.
  public static final int MAX_ACCURACY = 20_000_000;

  private static final int DIGITS = 7;

  public Place {
    if (Math.abs((long) latitudeE7) > MAX_LATITUDE) {
      throw new IllegalArgumentException("a latitude is at most 90 degrees");
    }
    if (Math.abs((long) longitudeE7) > MAX_LONGITUDE) {
      throw new IllegalArgumentException("a longitude is at most 180 degrees");
    }
    if (accuracyMetres < 0 || accuracyMetres > MAX_ACCURACY) {
      throw new IllegalArgumentException("no place is that inaccurate");
    }
    name = CardText.line(name, MAX_NAME);
  }

  /// The same under a name.
  public Place named(String other) {
    return new Place(latitudeE7, longitudeE7, other, accuracyMetres);
  }

  /// Degrees, in decimals: `38.7223, -9.13934`.
  public String coordinates() {
    return degrees(latitudeE7) + ", " + degrees(longitudeE7);
  }

  /// As RFC 5870 writes it: `geo:38.7223,-9.13934;u=20`.
  public String geoUri() {
    var accuracy = accuracyMetres == 0 ? "" : ";u=" + accuracyMetres;
    return "geo:" + degrees(latitudeE7) + "," + degrees(longitudeE7) + accuracy;
  }

  /// The page of OpenStreetMap that shows it. Nothing is asked there unless somebody opens it.
  public String mapAddress() {
    var latitude = degrees(latitudeE7);
    var longitude = degrees(longitudeE7);
    return "https://www.openstreetmap.org/?mlat="
        + latitude
        + "&mlon="
        + longitude
        + "#map=16/"
        + latitude
        + "/"
        + longitude;
  }

  private static String degrees(int e7) {
    var exact = BigDecimal.valueOf(e7, DIGITS).stripTrailingZeros();
    return exact.setScale(Math.max(exact.scale(), 0)).toPlainString();
  }

  @Override
  public String text() {
    return name.isEmpty() ? coordinates() : name + "\n" + coordinates();
  }

  @Override
  public String title() {
    return "Location: " + (name.isEmpty() ? coordinates() : name);
  }
}
