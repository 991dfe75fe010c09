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

  /// PUT `MoveAccount`: another number or address for one's own account.
  public static final String ADMISSION = "/v1/accounts/admission";

  /// The lock on one's own account: PUT `SetRegistrationLock`, GET `RegistrationLock`, DELETE. POST
  /// `TryRegistrationLock` before an account is made.
  public static final String LOCK = "/v1/lock";

  /// One's own user name: PUT `TakeUserName`, DELETE.
  public static final String USER_NAME = "/v1/name";

  /// GET `…/{base64url hash}` for `UserNameOwner`.
  public static final String USER_NAMES = "/v1/names";

  /// Being found by one's phone number: PUT `BecomeDiscoverable`, DELETE.
  public static final String DISCOVERY = "/v1/discovery";

  /// POST `EvaluateNumbers` for `EvaluatedNumbers`.
  public static final String DISCOVERY_EVALUATIONS = "/v1/discovery/evaluations";

  /// GET `…/{number}` for a `DiscoveryBucket`.
  public static final String DISCOVERY_BUCKETS = "/v1/discovery/buckets";

  /// POST `ReportAccount`.
  public static final String REPORTS = "/v1/reports";

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

  /// PUT `AccessKey`.
  public static final String ACCESS_KEY = "/v1/access-key";

  /// PUT `SealedProfile`; GET `…/{account}`.
  public static final String PROFILE = "/v1/profile";

  /// PUT `PresenceSharing`.
  public static final String PRESENCE = "/v1/presence";

  /// GET `KeyCount`.
  public static final String KEY_COUNT = "/v1/keys/count";

  /// GET `SenderCertificate`.
  public static final String SENDER_CERTIFICATE = "/v1/certificates/sender";

  /// PUT `…/{status}` with `PostStatus` for a `StatusSlot`; DELETE. GET
  /// `…/accounts/{account}/statuses/{status}` for its ciphertext.
  public static final String STATUSES = "/v1/statuses";

  /// GET `SignedHeld`.
  public static final String HELD = "/v1/held";

  /// PUT `PushSubscription`; DELETE.
  public static final String PUSH = "/v1/push";

  /// tus 1.0: POST creates, HEAD tells the offset, PATCH appends, DELETE deletes; GET with `Range`
  /// reads.
  public static final String BLOBS = "/v1/blobs";

  /// GET `GroupCredentials`.
  public static final String GROUP_CREDENTIALS = "/v1/group-credentials";

  /// PUT `GroupChange` makes a group, GET `GroupAnswer`; POST `…/changes` with `GroupChange`, GET
  /// `…/changes` for `GroupChanges`; GET `…/link` for `GroupLinkPreview`.
  public static final String GROUPS = "/v1/groups";

  /// WebSocket of a device.
  public static final String STREAM = "/v1/stream";

  /// WebSocket of whoever shows the access keys of those they send to, and no token.
  public static final String ANONYMOUS = "/v1/anonymous";

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

  /// Header of a refusal with the code `work-needed`: a challenge in base64url, whose second byte
  /// is how many zero bits to find, see [Work].
  public static final String WORK = "Juntos-Work";

  /// Header of the same request again: the challenge, a dot, and the number that was found as 16
  /// hexadecimal digits.
  public static final String WORK_SOLUTION = "Juntos-Work-Solution";

  /// Header that carries the access key of the account in the path, base64url without padding.
  public static final String ACCESS_KEY_HEADER = "X-Access-Key";

  /// Header that carries an AuthCredentialPresentation for the group, base64url without padding.
  public static final String GROUP_AUTH_HEADER = "X-Group-Auth";

  /// Header that carries the GroupPublicParams of the group, base64url without padding.
  public static final String GROUP_HEADER = "X-Group";

  /// Header that carries the password of the invite link, base64url without padding.
  public static final String GROUP_LINK_HEADER = "X-Group-Link";

  /// Header that carries a GroupSendFullToken for the account in the path, base64url without
  /// padding.
  public static final String GROUP_SEND_TOKEN_HEADER = "X-Group-Send-Token";

  /// Header that carries the id of a request in every answer.
  public static final String REQUEST_ID = "X-Request-Id";

  private Paths() {}
}
