// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into a program with LD_PRELOAD: tells when its first window is painted and takes input, and after a while how
// much memory the process has. So the real program is measured, and the empty one in the same way.
#include "tests/benchmarks/process_memory.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdlib>

namespace {

void tell(const QByteArray &line)
{
    QFile file(qEnvironmentVariable("ACX_PROBE_REPORT"));
    if (file.open(QFile::WriteOnly | QFile::Append))
        file.write(line + '\n');
}

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// The text of the token's pill, where there is one: with a live token it counts down.
QByteArray pill()
{
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (const QWidget *found = window->findChild<QWidget *>(QStringLiteral("tokenPill")))
            return found->accessibleName().toUtf8();
    }
    return {};
}

class Probe final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = event->type() == QEvent::Paint ? qobject_cast<QWidget *>(watched) : nullptr;
        if (!widget || !widget->isWindow())
            return false;
        qApp->removeEventFilter(this);
        // The event after the painting is the first that could be a person's.
        QTimer::singleShot(0, this, [this] {
            tell("ready " + QByteArray::number(now()));
            QTimer::singleShot(qEnvironmentVariableIntValue("ACX_PROBE_IDLE"), this, [] {
                tell("memory " + QByteArray::number(acx::ownMemory("VmRSS")));
                tell("pill " + pill());
                QCoreApplication::quit();
            });
        });
        return false;
    }
};

void start()
{
    // What the program starts is not to be measured.
    ::unsetenv("LD_PRELOAD"); // NOLINT(concurrency-mt-unsafe): there is one thread only
    if (qobject_cast<QApplication *>(QCoreApplication::instance()))
        qApp->installEventFilter(new Probe(qApp));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(start)
