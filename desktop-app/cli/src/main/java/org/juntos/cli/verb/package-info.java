/// What can be asked, whoever asks: the command line or a JSON-RPC peer.
@NullMarked
package org.juntos.cli.verb;

import org.jspecify.annotations.NullMarked;
