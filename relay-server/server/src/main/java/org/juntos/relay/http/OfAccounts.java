package org.juntos.relay.http;

import org.jspecify.annotations.Nullable;
import org.juntos.relay.account.Attendance;
import org.juntos.relay.account.RegistrationLocks;
import org.juntos.relay.discovery.Discovery;
import org.juntos.relay.name.Names;
import org.juntos.relay.presence.Sightings;
import org.juntos.relay.profile.Profiles;
import org.juntos.relay.report.Reports;
import org.juntos.relay.status.Statuses;

/// What belongs to accounts beside their devices.
///
/// @param discovery null when nobody is found by number
public record OfAccounts(
    RegistrationLocks locks,
    Names names,
    Attendance attendance,
    Reports reports,
    Profiles profiles,
    Sightings sightings,
    Statuses statuses,
    @Nullable Discovery discovery) {}
