// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_home.h"

#include <QDir>
#include <QFile>

namespace acx {

PrivateHome::PrivateHome()
{
    const auto set = [this](const char *name, const QString &folder) {
        const QString path = m_dir.filePath(folder);
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(name, QFile::encodeName(path));
    };
    set("HOME", QStringLiteral("home"));
    set("XDG_CONFIG_HOME", QStringLiteral("home/.config"));
    set("XDG_DATA_HOME", QStringLiteral("home/.local/share"));
    set("XDG_CACHE_HOME", QStringLiteral("home/.cache"));
    set("XDG_STATE_HOME", QStringLiteral("home/.local/state"));
    if (!qEnvironmentVariableIsSet("ACX_TEST_KEEP_RUNTIME_DIR"))
        set("XDG_RUNTIME_DIR", QStringLiteral("run"));
    for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy",
                             "NO_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR", "IBMCLOUD_API_KEY"})
        qunsetenv(name);
}

} // namespace acx
