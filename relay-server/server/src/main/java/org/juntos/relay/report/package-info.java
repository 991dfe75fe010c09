/// Reports of accounts: counts for the operator, nothing about who reports.
@NullMarked
package org.juntos.relay.report;

import org.jspecify.annotations.NullMarked;
