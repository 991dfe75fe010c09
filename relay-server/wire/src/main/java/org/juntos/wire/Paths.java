package org.juntos.wire;

/// Paths of the relay's HTTP part.
public final class Paths {
  /// GET: `RelayInfo`.
  public static final String RELAY = "/v1/relay";

  /// POST `StartCodeSession`; POST `…/{session}/code` with `SubmitCode`.
  public static final String REGISTRATION_SESSIONS = "/v1/registration/sessions";

  /// POST `RedeemInvite`.
  public static final String INVITES = "/v1/registration/invites";

  /// POST `EnterOpen`.
  public static final String OPEN = "/v1/registration/open";

  /// POST `LogIn`.
  public static final String LOGINS = "/v1/registration/logins";

  /// POST `StartOpenId`; POST `…/{session}/code` with `SubmitOpenIdCode`.
  public static final String OPENID = "/v1/registration/openid";

  /// GET: the keys that the otp role signs admissions with, a JWK set.
  public static final String CODE_KEYS = "/v1/registration/keys";

  /// POST `RegisterAccount`; GET `…/{account}/keys` for `PrekeyBundles`; DELETE for one's own
  /// account.
  public static final String ACCOUNTS = "/v1/accounts";

  /// POST for a `ProvisioningMailbox`; GET and PUT `…/{mailbox}`: `SealedProvisioning`.
  public static final String PROVISIONING = "/v1/provisioning";

  /// POST for a `LinkToken`.
  public static final String LINKS = "/v1/links";

  /// GET and PUT: `SignedDeviceList`. POST `…/accounts/{account}/devices` with `LinkDevice`.
  public static final String DEVICES = "/v1/devices";

  /// POST `IssueToken`.
  public static final String TOKENS = "/v1/tokens";

  /// PUT `DeviceKeys`.
  public static final String KEYS = "/v1/keys";

  /// GET `KeyCount`.
  public static final String KEY_COUNT = "/v1/keys/count";

  /// GET `SenderCertificate`.
  public static final String SENDER_CERTIFICATE = "/v1/certificates/sender";

  /// GET `SignedHeld`.
  public static final String HELD = "/v1/held";

  /// tus 1.0: POST creates, HEAD tells the offset, PATCH appends, DELETE deletes; GET with `Range`
  /// reads.
  public static final String BLOBS = "/v1/blobs";

  /// WebSocket.
  public static final String STREAM = "/v1/stream";

  /// GET: 200 while the process lives.
  public static final String HEALTH_LIVE = "/health/live";

  /// GET: 200 while requests can be served.
  public static final String HEALTH_READY = "/health/ready";

  /// GET: name and version, JSON.
  public static final String VERSION = "/version";

  /// Content type of every body that is not a blob or a problem.
  public static final String PROTOBUF = "application/x-protobuf";

  /// Content type of refusals, RFC 9457.
  public static final String PROBLEM = "application/problem+json";

  /// Header that carries the id of a request in every answer.
  public static final String REQUEST_ID = "X-Request-Id";

  private Paths() {}
}
