// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_home.h"

#include "tests/support/run_canary.h"
#include "tests/support/searched_folder.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>

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
    markInRun(QStringLiteral("ran"));
}

PrivateHome::~PrivateHome()
{
    searchForSecrets(path());
    searchForOpenFiles(path());
    // Of with_keyring.sh: the keyring's own files are encrypted.
    if (qEnvironmentVariableIsSet("ACX_KEYRING_DIR"))
        searchForSecrets(qEnvironmentVariable("ACX_KEYRING_DIR"));
    if (leftBehind().isEmpty())
        return;
    std::fprintf(stderr, "FAIL!  : a secret, or a file for everybody, was left behind\n%s\n",
                 qPrintable(leftBehind().join(u'\n')));
    m_dir.remove();
    std::_Exit(EXIT_FAILURE); // whatever the tests themselves said
}

} // namespace acx
