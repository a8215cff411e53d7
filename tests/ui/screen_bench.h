// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile_service.h"
#include "app/sandbox/sandbox_server.h"
#include "tests/support/wait.h"
#include "ui/app_services.h"
#include "ui/composition.h"
#include "ui/screen.h"

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace acx {

/// Everything below the window, in memory, and the real sandbox beside it; with the screen's messages on record.
class ScreenBench final
{
public:
    explicit ScreenBench(const CompositionOptions &options = {false, {}, {}});

    [[nodiscard]] AppServices &services() { return *m_services; }
    /// Starts the sandbox at first use.
    [[nodiscard]] const SandboxInfo &sandbox();
    /// A profile on the sandbox, as an own host, selected.
    [[nodiscard]] Profile addProfile(const QString &name);
    /// The same, whose calls go to another server.
    Profile addProfile(const QString &name, const QUrl &api);
    /// Shows the screen at a usual size and records what it says.
    void show(Screen &screen);
    [[nodiscard]] const QList<Message> &messages() const { return m_messages; }
    [[nodiscard]] QList<Place> places() const { return m_places; }
    void forgetMessages() { m_messages.clear(); }

private:
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<AppServices> m_services;
    QList<Message> m_messages;
    QList<Place> m_places;
};

/// Writes a file into the folder and gives its path.
[[nodiscard]] QString writeInto(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes);

/// The child of that name; the test fails where it is missing.
template <class T = QWidget>
[[nodiscard]] T *part(const QWidget &root, const char *name)
{
    T *found = root.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("There is no %s.", name);
    return found;
}

/// Fails the test on any warning but that of the offscreen platform about size hints. For init().
void failOnAnyWarning();
/// Shown to the person, as far as its own screen decides. A part that is built when first needed is not shown before.
[[nodiscard]] bool isShown(const QWidget &root, const char *name);
void click(const QWidget &root, const char *name);
void type(const QWidget &root, const char *name, const QString &text);
[[nodiscard]] QString textOf(const QWidget &root, const char *name);

} // namespace acx
