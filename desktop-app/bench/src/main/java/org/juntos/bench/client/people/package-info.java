/// Accounts at a real relay, for the bench to work with.
@NullMarked
package org.juntos.bench.client.people;

import org.jspecify.annotations.NullMarked;
