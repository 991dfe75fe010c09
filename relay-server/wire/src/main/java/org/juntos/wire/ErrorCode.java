package org.juntos.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Stable codes of the relay's refusals: the `code` member of `application/problem+json` (RFC 9457)
/// and of `SendResult`. A code never changes its meaning.
public enum ErrorCode {
  /// The body or a parameter cannot be read.
  MALFORMED(400),
  /// The phone number is no number that can receive a code.
  PHONE_NUMBER_INVALID(422),
  /// The e-mail address is none that can receive a code.
  EMAIL_INVALID(422),
  /// Codes do not go to addresses of this kind: by phone, or by e-mail.
  CODE_KIND_OFF(422),
  /// No codes are sent to numbers of this country.
  COUNTRY_NOT_SERVED(422),
  /// No codes are sent to numbers of this type, for instance premium or VoIP numbers.
  NUMBER_TYPE_REFUSED(422),
  /// Codes are not sent for a while, whoever asks: wait for `Retry-After`.
  CODES_PAUSED(503),
  /// The code did not go out; no try was used up: wait for `Retry-After`.
  CODE_NOT_SENT(503),
  /// The code is wrong; tries are left.
  CODE_WRONG(422),
  /// The code or its session is over: expired, used, or out of tries.
  CODE_EXPIRED(410),
  /// No such invite, or it is over: expired, used up or revoked.
  INVITE_INVALID(422),
  /// The user name or the password is wrong.
  LOGIN_WRONG(422),
  /// The identity provider did not say who it is, or what it said does not hold.
  OPENID_REFUSED(422),
  /// The identity provider does not answer: wait for `Retry-After`.
  OPENID_UNAVAILABLE(503),
  /// A public key is malformed, low-order, or its signature does not verify.
  KEY_INVALID(422),
  /// Nobody can be woken there: the address or its keys cannot be used, or it is of a kind that
  /// this relay does not push to.
  PUSH_INVALID(422),
  /// No token, or one that is not valid any more.
  UNAUTHORIZED(401),
  /// The admission token is not valid for this.
  ADMISSION_INVALID(403),
  /// The account that has this number or address is locked with a PIN, and the right one did not
  /// come along: `Retry-After` says when the lock ends if nobody uses that account meanwhile.
  REGISTRATION_LOCKED(423),
  /// Another account has this user name.
  USER_NAME_TAKEN(409),
  /// The hash of a user name and the proof that goes with it do not belong together.
  USER_NAME_INVALID(422),
  /// The leave to add a device is over, was used, or its account is gone.
  LINK_OVER(403),
  /// The account has as many devices as it may have.
  TOO_MANY_DEVICES(422),
  /// A valid token, but not for this.
  FORBIDDEN(403),
  /// The access key does not open this account, or there is no such account.
  ACCESS_DENIED(403),
  /// No member of the group, no such group, or the credential is not valid for it; which of it is
  /// not said.
  GROUP_DENIED(403),
  /// The link does not lead into the group any more, or there is no such group; which of it is not
  /// said.
  GROUP_LINK_INVALID(403),
  /// The change does not follow the newest one: fetch, look, make it anew.
  GROUP_REVISION_STALE(409),
  /// The change contradicts itself, the state of the group, or the limits.
  GROUP_CHANGE_INVALID(422),
  /// The group has as many members, requests or bans as it may have.
  GROUP_FULL(422),
  /// The change would leave a group without an admin.
  GROUP_NEEDS_ADMIN(422),
  /// No such account, device, blob or path.
  NOT_FOUND(404),
  /// The method is not one of this path.
  METHOD_NOT_ALLOWED(405),
  /// What is there contradicts the request: an id in use, an upload at another offset.
  CONFLICT(409),
  /// A version of a protocol that this relay does not speak; the answer says which it does.
  VERSION_UNSUPPORTED(412),
  /// Longer than the limit.
  TOO_LARGE(413),
  /// The file has no such bytes.
  RANGE_INVALID(416),
  /// A piece of an upload does not have the checksum that came with it, and was dropped (tus 1.0).
  CHECKSUM_MISMATCH(460),
  /// Many ask for this at the moment: do the work of the challenge in the header `Juntos-Work`, and
  /// send the same again with the header `Juntos-Work-Solution`.
  WORK_NEEDED(428),
  /// Too many requests: wait for `Retry-After`.
  RATE_LIMITED(429),
  /// Too many messages to accounts whose access key the sender does not show: wait.
  ASKED_TOO_OFTEN(429),
  /// The account has as many statuses as it may have in a day: `Retry-After` says when the next is
  /// free.
  STATUS_LIMIT(429),
  /// The relay is overloaded or its disk is full: wait for `Retry-After`.
  UNAVAILABLE(503),
  /// A fault of the relay.
  INTERNAL(500);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /// HTTP status that goes with it.
  public int status() {
    return status;
  }

  /// The text form in answers, for instance `code-wrong`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads the text form; null when this version does not know it.
  public static @Nullable ErrorCode parse(String text) {
    for (var code : values()) {
      if (code.text().equals(text)) {
        return code;
      }
    }
    return null;
  }
}
