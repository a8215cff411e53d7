// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/target.h"
#include "tests/support/wait.h"
#include "ui/settings/app_settings.h"

#include <QFile>
#include <QTemporaryDir>

using namespace acx;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    promise(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the disk takes the file");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    ensureApplication();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    write(path, inputBytes(data, size));
    AppSettings settings(path);
    promise(settings.clipboardTime().count() > 0 && settings.clipboardTime().count() <= 30,
            "the clipboard is cleared after at most 30 s");
    promise(settings.historyOptions() == settings.historyOptions().clamped(), "every number is within its limits");
    const bool mode = settings.themeMode() == ThemeMode::Dark;
    const Status stored = waitFor(settings.setThemeMode(mode ? ThemeMode::Light : ThemeMode::Dark));
    if (!stored) {
        promise(!stored.error().sentence.isEmpty(), "a refusal says why");
        return 0;
    }
    const AppSettings again(path);
    promise(again.themeMode() == settings.themeMode(), "what is written can be read");
    promise(again.authorityFiles() == settings.authorityFiles() && again.proxy().host == settings.proxy().host &&
                again.proxy().user == settings.proxy().user && again.historyOptions() == settings.historyOptions(),
            "nothing is lost by writing");
    return 0;
}
