package org.juntos.testkit.lie;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import okhttp3.Request;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Who asks. The relay has taken their token, so it needs no second check.
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  static DeviceAddress device(Request request) throws IOException {
    var header = String.valueOf(request.header("Authorization"));
    try {
      var token = SignedJWT.parse(header.substring(SCHEME.length()));
      return device(token.getJWTClaimsSet().getSubject());
    } catch (ParseException e) {
      throw new IOException("the relay takes tokens that are none", e);
    }
  }

  private static DeviceAddress device(String subject) {
    int dot = subject.lastIndexOf('.');
    return new DeviceAddress(
        AccountId.parse(subject.substring(0, dot)), Integer.parseInt(subject.substring(dot + 1)));
  }
}
