// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/screen_bench.h"
#include "ui/welcome/welcome_screen.h"

#include <QObject>
#include <QRadioButton>
#include <QTemporaryDir>

namespace acx {

/// Key files for the welcome screen, and the sandbox as its place.
class WelcomeBench : public QObject
{
protected:
    [[nodiscard]] QString writeFile(const QString &name, const QByteArray &bytes)
    {
        return writeInto(m_folder, name, bytes);
    }
    [[nodiscard]] QString writeKey(ScreenBench &bench)
    {
        return writeFile(QStringLiteral("apikey.json"),
                         R"({"name":"ci-pipeline","description":"","createdAt":"2026-09-14T08:00+0000","apikey":")" +
                             bench.sandbox().apiKey.reveal() + R"("})");
    }
    static void fillSandboxPlace(ScreenBench &bench, const QWidget &screen)
    {
        const Endpoints &urls = bench.sandbox().endpoints;
        part<QRadioButton>(screen, "deployment-custom")->setChecked(true);
        type(screen, "apiHost", urls.api.toString());
        type(screen, "loginUrl", urls.login.toString());
        type(screen, "iamUrl", urls.iam.toString());
        type(screen, "platformUrl", urls.platform.toString());
    }

    QTemporaryDir m_folder;
};

} // namespace acx
