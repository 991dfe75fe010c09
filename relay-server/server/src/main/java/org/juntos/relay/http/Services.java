package org.juntos.relay.http;

import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.Access;
import org.juntos.relay.account.Accounts;
import org.juntos.relay.account.Devices;
import org.juntos.relay.account.HeldStore;
import org.juntos.relay.admission.WaysIn;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.relay.otp.CodeService;
import org.juntos.relay.prekey.Prekeys;
import org.juntos.relay.presence.Presence;
import org.juntos.relay.provisioning.Provisioning;
import org.juntos.relay.sealed.CertificateAuthority;

/// The roles that requests and streams are passed on to.
///
/// @param codes null when codes are sent elsewhere
/// @param ofAccounts what belongs to accounts beside their devices
/// @param listing where the relay is reached
public record Services(
    CodeOffer offer,
    @Nullable CodeService codes,
    WaysIn waysIn,
    Accounts accounts,
    Devices devices,
    Provisioning provisioning,
    Prekeys prekeys,
    CertificateAuthority certificates,
    Mailboxes mailboxes,
    Access access,
    Blobs blobs,
    Presence presence,
    RelayLimits limits,
    Operations operations,
    Signed listing,
    HeldStore held,
    Waking waking,
    OfAccounts ofAccounts,
    OfGroups ofGroups) {}
