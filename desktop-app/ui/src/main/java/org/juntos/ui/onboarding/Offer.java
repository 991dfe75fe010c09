package org.juntos.ui.onboarding;

import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.model.SessionView;

/// How a relay lets people in. Before one has been asked, codes to phones are offered, as most do.
///
/// @param ways most usual first; empty when there is none that this program knows
/// @param phone whether codes go to phones
/// @param email whether codes go to e-mail addresses
/// @param invited whether the relay's link carries an invite
record Offer(List<Way> ways, boolean phone, boolean email, boolean invited) {
  /// No relay has been asked.
  static final Offer UNASKED = new Offer(List.of(Way.CODE), true, false, false);

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
    if (policies.contains("open")) {
      ways.add(Way.OPEN);
    }
    return new Offer(ways, phone, email, view.invited());
  }

  /// What the address of a code is called.
  String target() {
    return !email ? "Phone number" : phone ? "Phone number or e-mail" : "E-mail address";
  }

  /// An example of it.
  String example() {
    return !email
        ? "+49 151 23456789"
        : phone ? "+49 151 23456789 or ana@example.org" : "ana@example.org";
  }
}
