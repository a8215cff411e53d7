// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/libsecret_session.h"

#include <QLibrary>

using namespace Qt::StringLiterals;

namespace acx {

void forgetLibsecretSession()
{
    // QtKeychain loads the library at run time too, so it is not linked here.
    QLibrary library(u"secret-1"_s, 0);
    using Disconnect = void (*)();
    if (const auto disconnect = reinterpret_cast<Disconnect>(library.resolve("secret_service_disconnect")))
        disconnect();
}

} // namespace acx
