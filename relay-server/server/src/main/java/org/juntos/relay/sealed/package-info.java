/// Sender certificates, credentials of groups, messages to many, and key checks: the only package
/// that imports libsignal.
@NullMarked
package org.juntos.relay.sealed;

import org.jspecify.annotations.NullMarked;
