package org.juntos.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemBrowserTest {
  @Test
  void an_address_is_one_argument_of_the_systems_own_opener() {
    var page = URI.create("https://a.example/?x=%20$(id)&y=;z");
    var text = page.toASCIIString();
    assertEquals(List.of("xdg-open", text), SystemBrowser.command("Linux", page));
    assertEquals(List.of("open", text), SystemBrowser.command("Mac OS X", page));
    assertEquals(
        List.of("rundll32", "url.dll,FileProtocolHandler", text),
        SystemBrowser.command("Windows 11", page));
  }
}
