package org.juntos.relay;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.http.Waking;
import org.juntos.relay.presence.Presence;
import org.juntos.relay.push.ApnsSender;
import org.juntos.relay.push.FcmSender;
import org.juntos.relay.push.PemKey;
import org.juntos.relay.push.PushHttp;
import org.juntos.relay.push.PushRules;
import org.juntos.relay.push.PushSenders;
import org.juntos.relay.push.PushWatch;
import org.juntos.relay.push.Pushes;
import org.juntos.relay.push.ServiceAccount;
import org.juntos.relay.push.VapidKeys;
import org.juntos.relay.push.WebPushSender;
import org.juntos.relay.store.Store;
import org.juntos.wire.Bytes;

/// Makes what wakes devices.
///
/// @param publicAddress of the relay; may be empty
record PushWiring(PushOptions options, String publicAddress, InstantSource clock) {
  /// A byte is enough to know that something waits.
  private static final int PEEK_BYTES = 1;

  Waking waking(Store store, Presence presence, PushWatch watch, SecureRandom random)
      throws IOException {
    var keys = VapidKeys.read(store.keys().readOrMake("push", () -> VapidKeys.generate(random)));
    var senders = senders(keys);
    var mailboxes = store.mailboxes();
    var pushes =
        new Pushes(
            store.pushes(),
            senders,
            device ->
                presence.connected(device) == null
                    && !mailboxes.read(device, 0, PEEK_BYTES).envelopes().isEmpty(),
            watch,
            options.pause(),
            clock);
    pushes.start();
    return new Waking(
        pushes,
        new PushRules(senders.ways(), options.anywhere()),
        options.on() ? VapidKeys.publicKey(keys) : Bytes.EMPTY);
  }

  /// @throws RelayStartException when something that they need is missing
  PushSenders senders(VAPIDKeyPair keys) throws RelayStartException {
    return options.on()
        ? new PushSenders(web(keys), fcm(), apns())
        : new PushSenders(null, null, null);
  }

  private WebPushSender web(VAPIDKeyPair keys) throws RelayStartException {
    var http = options.anywhere() ? PushHttp.anywhere(trust()) : PushHttp.outside(trust());
    return new WebPushSender(http, keys, contact(), clock);
  }

  /// Whom operators of push services may turn to; empty when nobody is named.
  String contact() {
    return options.contact().isEmpty() && !publicAddress.isEmpty()
        ? "https://" + publicAddress
        : options.contact();
  }

  private @Nullable FcmSender fcm() throws RelayStartException {
    var fcm = options.fcm();
    if (fcm == null) {
      return null;
    }
    var account = read(fcm.account(), ServiceAccount::read);
    return new FcmSender(PushHttp.anywhere(trust()), fcm.address(), account, clock);
  }

  private @Nullable ApnsSender apns() throws RelayStartException {
    var apns = options.apns();
    if (apns == null) {
      return null;
    }
    var key = read(apns.key(), text -> PemKey.read("EC", text));
    var provider = new ApnsSender.Provider(key, apns.keyId(), apns.team(), apns.topic());
    return new ApnsSender(PushHttp.anywhere(trust()), apns.address(), provider, clock);
  }

  private @Nullable X509TrustManager trust() throws RelayStartException {
    var file = options.authorities();
    return file == null ? null : Authorities.trusting(file);
  }

  private static <T> T read(Path file, Reading<T> reading) throws RelayStartException {
    try {
      return reading.of(Files.readString(file));
    } catch (IOException wrong) {
      throw new RelayStartException("cannot use " + file + ": " + wrong.getMessage(), wrong);
    }
  }

  private interface Reading<T> {
    T of(String text) throws IOException;
  }
}
