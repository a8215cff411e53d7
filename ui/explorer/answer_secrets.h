// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace acx {

class ResponseBody;
class SecretClipboard;

/// Tells the clipboard which values of an answer are named secrets (access_token, client_secret, …), so that one copied
/// by itself, without its name, is known as well. Reads the beginning of a large answer only.
void rememberSecrets(SecretClipboard &clipboard, const ResponseBody &body);

} // namespace acx
