/// What carries codes: log, file, webhook, SMS gateways, mail servers. Each speaks to one gateway
/// and says only whether the code went out.
@NullMarked
package org.juntos.relay.otp.sender;

import org.jspecify.annotations.NullMarked;
