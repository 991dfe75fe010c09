/// The command line of each verb.
@NullMarked
package org.juntos.cli.command;

import org.jspecify.annotations.NullMarked;
