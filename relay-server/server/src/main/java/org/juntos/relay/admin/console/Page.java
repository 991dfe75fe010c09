package org.juntos.relay.admin.console;

import java.io.IOException;

/// One page of the console.
interface Page {
  /// Its place in the menu.
  String title();

  /// What is on it.
  Markup body(Visit visit) throws IOException;

  /// A request for a page by somebody who is logged in.
  ///
  /// @param query what the address says
  /// @param formToken what the page's forms have to carry
  record Visit(Fields query, String formToken) {
    /// The hidden field that proves that a form comes from here.
    Markup proof() {
      return Markup.of("<input type=\"hidden\" name=\"proof\" value=\"{}\">", formToken);
    }
  }
}
