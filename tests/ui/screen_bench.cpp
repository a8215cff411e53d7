// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screen_bench.h"

#include "tests/support/run_sandbox.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace acx {

ScreenBench::ScreenBench(const CompositionOptions &options)
{
    auto made = Composition::make(*qApp, options);
    if (!made)
        qFatal("%s", qPrintable(made.error().message()));
    m_composition = *std::move(made);
    m_services = std::make_unique<AppServices>(m_composition->services());
}

const SandboxInfo &ScreenBench::sandbox()
{
    // One for the whole program: it makes its keys and its certificate anew at each start.
    static SandboxServer *server = nullptr;
    static SandboxInfo info;
    if (!server) {
        server = new SandboxServer(sandboxOfThisRun());
        qAddPostRoutine([] { delete server; });
        const Result<SandboxInfo> started = server->start();
        if (!started)
            qFatal("%s", qPrintable(started.error().message()));
        info = *started;
        for (const Secret &own : {info.serviceIdApiKey, info.platformApiKey})
            watchFor(QStringLiteral("sandbox's own key"), own.reveal());
    }
    return info;
}

Profile ScreenBench::addProfile(const QString &name)
{
    Profile draft;
    draft.name = name;
    draft.colour = nextProfileColour(services().profiles.profiles());
    draft.deployment = DeploymentKind::Custom;
    draft.overrides = sandbox().endpoints;
    ApiKey key;
    key.value = sandbox().apiKey;
    key.name = u"ci-pipeline"_s;
    key.createdAt = QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
    const Result<Profile> added = waitFor(services().profiles.add(draft, key));
    if (!added)
        qFatal("%s", qPrintable(added.error().message()));
    services().session.select(added->id);
    return *added;
}

Profile ScreenBench::addProfile(const QString &name, const QUrl &api)
{
    Profile profile = addProfile(name);
    profile.overrides.api = api;
    if (const Status updated = waitFor(services().profiles.update(profile)); !updated)
        qFatal("%s", qPrintable(updated.error().message()));
    return profile;
}

void ScreenBench::show(Screen &screen)
{
    QObject::connect(&screen, &Screen::message, &screen, [this](const Message &message) { m_messages += message; });
    QObject::connect(&screen, &Screen::goTo, &screen, [this](Place place) { m_places += place; });
    screen.resize(1000, 700);
    screen.show();
    screen.activateWindow();
    screen.activate();
}

QString writeInto(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The file could not be written.");
    return file.fileName();
}

void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
}

bool isShown(const QWidget &root, const char *name)
{
    const auto *found = root.findChild<QWidget *>(QString::fromLatin1(name));
    return found && found->isVisibleTo(const_cast<QWidget *>(&root));
}

void click(const QWidget &root, const char *name)
{
    auto *button = part<QAbstractButton>(root, name);
    if (!button->isEnabled() || !isShown(root, name))
        qFatal("%s cannot be clicked.", name);
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(6, button->height() / 2));
}

void type(const QWidget &root, const char *name, const QString &text)
{
    auto *line = part<QLineEdit>(root, name);
    line->setFocus();
    line->clear();
    QTest::keyClicks(line, text);
}

QString textOf(const QWidget &root, const char *name)
{
    QWidget *found = part(root, name);
    if (const auto *label = qobject_cast<QLabel *>(found))
        return label->text();
    return found->property("plainText").toString();
}

} // namespace acx
