package org.juntos.ui.onboarding;

import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.control.SafeText;

/// How a relay lets people in. Before one has been asked, codes to phones are offered, as most do.
///
/// @param ways most usual first; empty when there is none that this program knows
/// @param phone whether codes go to phones
/// @param email whether codes go to e-mail addresses
/// @param invited whether the relay's link carries an invite
/// @param provider what people call the relay's identity provider; may be empty
record Offer(List<Way> ways, boolean phone, boolean email, boolean invited, String provider) {
  private static final int MAX_NAME = 40;

  /// No relay has been asked.
  static final Offer UNASKED = new Offer(List.of(Way.CODE), true, false, false, "");

  Offer {
    ways = List.copyOf(ways);
  }

  static Offer of(SessionView.Unregistered view) {
    var policies = view.policies();
    if (policies.isEmpty()) {
      return UNASKED;
    }
    var phone = policies.contains("phone-code");
    var email = policies.contains("email-code");
    var ways = new ArrayList<Way>();
    if (phone || email) {
      ways.add(Way.CODE);
    }
    if (policies.contains("invite")) {
      ways.add(view.invited() ? 0 : ways.size(), Way.INVITE); // what the link is for comes first
    }
    if (policies.contains("password")) {
      ways.add(Way.PASSWORD);
    }
    if (policies.contains("openid")) {
      ways.add(Way.OPENID);
    }
    if (policies.contains("open")) {
      ways.add(Way.OPEN);
    }
    return new Offer(ways, phone, email, view.invited(), provider(view));
  }

  /// A relay may call its provider anything.
  private static String provider(SessionView.Unregistered view) {
    return SafeText.line(view.openIdName(), MAX_NAME);
  }

  /// What the address of a code is called.
  String target() {
    return !email ? "Phone number" : phone ? "Phone number or e-mail" : "E-mail address";
  }

  /// What one joins with in this way.
  String label(Way way) {
    return way == Way.OPENID && !provider.isEmpty() ? "My account at " + provider : way.label();
  }

  /// An example of it.
  String example() {
    return !email
        ? "+49 151 23456789"
        : phone ? "+49 151 23456789 or ana@example.org" : "ana@example.org";
  }
}
