package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.PlaceText.Read;

final class PlaceTextTest {
  private static Place found(String text) {
    return assertInstanceOf(Read.Found.class, PlaceText.read(text), text).place();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "38.7135, -9.13337",
        " 38.7135 -9.13337 ",
        "38.7135;-9.13337",
        "38,7135; -9,13337",
        "38,7135 -9,13337",
        "38.7135N 9.13337W",
        "38.7135° N, 9.13337° W",
        "+38.7135,\u22129.13337",
        "geo:38.7135,-9.13337",
        "GEO:38.7135,-9.13337,12;u=20",
        "geo:38.7135,-9.13337?z=16",
        "geo:0,0?q=38.7135,-9.13337",
        "https://www.openstreetmap.org/?mlat=38.7135&mlon=-9.13337#map=16/1/2",
        "https://www.openstreetmap.org/#map=16/38.7135/-9.13337",
        "https://www.openstreetmap.org/way/123#map=16.5/38.7135/-9.13337&layers=N",
        "https://www.google.com/maps/@38.7135,-9.13337,15z",
        "https://www.google.com/maps?q=38.7135,-9.13337",
        "https://www.google.com/maps/search/?api=1&query=38.7135%2C-9.13337",
        "https://www.google.pt/maps/place/x/@1,2,17z/data=!3m1!4b1!4m5!8m2!3d38.7135!4d-9.13337",
        "https://maps.apple.com/?ll=38.7135,-9.13337&q=Castelo",
      })
  void degrees_and_links_say_where(String text) {
    assertEquals("38.7135, -9.13337", found(text).coordinates());
  }

  @Test
  void minutes_and_seconds_are_read() {
    assertEquals("38.7133333, -9.1333333", found("38°42'48\"N 9°8'0\"W").coordinates());
    assertEquals("-33.85, 151.2", found("33°51'S, 151°12'E").coordinates());
  }

  @Test
  void a_name_comes_along_where_there_is_one() {
    assertEquals(
        "Castelo de São Jorge", found("geo:0,0?q=38.7,-9.1(Castelo+de+S%C3%A3o+Jorge)").name());
    assertEquals(
        "Torre de Belém",
        found("https://www.google.com/maps/place/Torre+de+Bel%C3%A9m/@38.69,-9.21,17z").name());
    assertEquals("", found("https://www.google.com/maps/@38.7,-9.1,15z").name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"91, 0", "-90.0000001,0", "0,180.1", "geo:91,0", "0, 999"})
  void nowhere_on_the_earth_is_said_so(String text) {
    assertInstanceOf(Read.OffTheEarth.class, PlaceText.read(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Lisbon",
        "38.7",
        "38.7,-9.1,5",
        "1e9,2",
        "NaN,NaN",
        "javascript:alert(1)",
        "https://example.org/",
        "geo:",
        "38.7135,-9.13337<b>",
      })
  void what_says_nothing_is_not_understood(String text) {
    assertInstanceOf(Read.NotUnderstood.class, PlaceText.read(text), text);
    assertInstanceOf(Read.NotUnderstood.class, PlaceText.read("9".repeat(5000)));
  }

  @Test
  void short_links_are_not_followed() {
    assertInstanceOf(Read.ShortLink.class, PlaceText.read("https://maps.app.goo.gl/abcDEF123"));
    assertInstanceOf(Read.ShortLink.class, PlaceText.read("https://osm.org/go/b42~l?m="));
  }

  @Test
  void what_a_place_says_of_itself_is_read_again() {
    assertEquals(CardSamples.PLACE.coordinates(), found(CardSamples.PLACE.geoUri()).coordinates());
    assertEquals(
        CardSamples.PLACE.coordinates(), found(CardSamples.PLACE.mapAddress()).coordinates());
  }
}
