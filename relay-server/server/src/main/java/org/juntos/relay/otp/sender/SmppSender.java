package org.juntos.relay.otp.sender;

import java.io.IOException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.Contact;
import org.juntos.relay.otp.SendFailedException;

/// Hands each code to a short message centre (SMPP 3.4), bound as a transmitter. The session stays
/// open, is probed when it is idle, and is made anew when it broke.
public final class SmppSender implements CodeSender {
  private static final int IDLE_PROBE_MS = 30_000;
  private static final String SERVICE_TYPE = "";
  private static final String SYSTEM_TYPE = "";
  private static final DataCoding WIDE = new GeneralDataCoding(Alphabet.ALPHA_UCS2);

  /// Relative time of SMPP 7.1.1: a code that comes later is of no use.
  private static final String TEN_MINUTES = "000000001000000R";

  private final Centre centre;
  private final Source from;
  private final CodeText text;
  private final SmppConnections connections;
  private final Retries retries;
  private @Nullable SMPPSession session;

  /// @param from what the message shows as its sender
  public SmppSender(
      Centre centre, String from, CodeText text, SmppConnections connections, Retries retries) {
    this.centre = centre;
    this.from = Source.of(from);
    this.text = text;
    this.connections = connections;
    this.retries = retries;
  }

  /// Where short messages are handed in.
  public record Centre(String host, int port, String user, Secret password) {}

  /// The sender of a message with the kind of address it is.
  private record Source(TypeOfNumber type, NumberingPlanIndicator plan, String address) {
    private static final int SHORT_CODE_DIGITS = 8;

    static Source of(String from) {
      var digits = from.startsWith("+") ? from.substring(1) : from;
      if (!digits.chars().allMatch(Character::isDigit)) {
        return new Source(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, from);
      }
      boolean whole = from.startsWith("+") || digits.length() > SHORT_CODE_DIGITS;
      return new Source(
          whole ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.NETWORK_SPECIFIC,
          whole ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
          digits);
    }
  }

  @Override
  public void send(Contact to, String code) throws IOException {
    var message = ShortMessage.of(text.with(code));
    retries.run(() -> attempt(to.address().substring(1), message));
  }

  private @Nullable String attempt(String digits, ShortMessage message) throws IOException {
    SMPPSession bound;
    try {
      bound = bound();
    } catch (IOException refused) {
      return "cannot bind: " + refused.getClass().getSimpleName();
    }
    try {
      submit(bound, digits, message);
      return null;
    } catch (NegativeResponseException refused) {
      throw new SendFailedException("SMPP status " + refused.getCommandStatus(), refused);
    } catch (ResponseTimeoutException | InvalidResponseException | PDUException unclear) {
      drop(bound);
      throw new SendFailedException(unclear.getClass().getSimpleName(), unclear);
    } catch (IOException broken) { // nothing was taken: the session was gone
      drop(bound);
      return broken.getClass().getSimpleName();
    }
  }

  private void submit(SMPPSession bound, String digits, ShortMessage message)
      throws IOException,
          NegativeResponseException,
          ResponseTimeoutException,
          InvalidResponseException,
          PDUException {
    bound.submitShortMessage(
        SERVICE_TYPE,
        from.type(),
        from.plan(),
        from.address(),
        TypeOfNumber.INTERNATIONAL,
        NumberingPlanIndicator.ISDN,
        digits,
        new ESMClass(),
        (byte) 0,
        (byte) 1,
        null,
        TEN_MINUTES,
        new RegisteredDelivery(0),
        (byte) 0,
        message.wide() ? WIDE : DataCodings.ZERO,
        (byte) 0,
        message.octets().toArray());
  }

  private synchronized SMPPSession bound() throws IOException {
    var open = session;
    if (open != null && open.getSessionState().isTransmittable()) {
      return open;
    }
    var made = new SMPPSession(connections);
    made.setEnquireLinkTimer(IDLE_PROBE_MS);
    made.setTransactionTimer(Retries.PATIENCE.toMillis());
    made.connectAndBind(
        centre.host(),
        centre.port(),
        new BindParameter(
            BindType.BIND_TX,
            centre.user(),
            centre.password().text(),
            SYSTEM_TYPE,
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null),
        Retries.PATIENCE.toMillis());
    session = made;
    return made;
  }

  private synchronized void drop(SMPPSession broken) {
    if (broken.equals(session)) {
      session = null;
    }
    broken.close();
  }

  /// Tells the centre that nothing more comes.
  @Override
  public synchronized void close() {
    var open = session;
    session = null;
    if (open != null) {
      open.unbindAndClose();
    }
  }
}
