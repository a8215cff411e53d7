// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into the real program with LD_PRELOAD: uses it as a person would, over and over, and locks it each time. It
// writes what it did to ACX_PROBE_REPORT and waits at "locked N" until the file "ACX_PROBE_REPORT.N" is there.
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QShortcut>
#include <QTimer>
#include <QWidget>

#include <cstdlib>

namespace {

using Name = QLatin1StringView;

class Probe final : public QObject
{
public:
    explicit Probe(QObject *parent)
        : QObject(parent)
        , m_report(qEnvironmentVariable("ACX_PROBE_REPORT"))
    {
        for (const QByteArray &stop : qgetenv("ACX_PROBE_STOPS").split(','))
            m_stops.append(stop.toInt());
        connect(&m_timer, &QTimer::timeout, this, &Probe::look);
        m_timer.start(10);
    }

private:
    enum Step { Begin, Reveal, Copied, Sent, Locked };

    void tell(const QByteArray &line)
    {
        QFile file(m_report);
        if (file.open(QFile::WriteOnly | QFile::Append))
            file.write(line + '\n');
    }

    template <class T = QWidget>
    [[nodiscard]] T *part(Name name) const
    {
        return m_window->findChild<T *>(QString(name));
    }
    [[nodiscard]] bool shows(Name name) const
    {
        const QWidget *found = part(name);
        return found && found->isVisible();
    }
    void click(Name name) const { part<QAbstractButton>(name)->click(); }

    /// Every word that an assistive technology can read, and the titles.
    void tellWords(QAccessibleInterface *about, int depth = 0)
    {
        if (!about || depth > 40)
            return;
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Help})
            tell("word " + about->text(kind).toUtf8());
        for (int i = 0; i < about->childCount(); ++i)
            tellWords(about->child(i), depth + 1);
    }

    bool findWindow()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window->objectName() == Name("mainWindow"))
                m_window = window;
        }
        return m_window != nullptr;
    }

    void lock() const
    {
        for (QShortcut *shortcut : m_window->findChildren<QShortcut *>()) {
            if (shortcut->key() == QKeySequence(Qt::CTRL | Qt::Key_L))
                Q_EMIT shortcut->activated();
        }
    }

    void look()
    {
        switch (m_step) {
        case Begin:
            if (!m_window && !findWindow())
                return;
            if (!shows(Name("pillMenuButton")))
                return;
            click(Name("railTokens"));
            m_step = Reveal;
            return;
        case Reveal:
            if (!shows(Name("cardReveal")))
                return;
            click(Name("cardReveal"));
            click(Name("claimsJson"));
            click(Name("cardCopyHeader"));
            m_step = Copied;
            return;
        case Copied:
            if (QGuiApplication::clipboard()->text().isEmpty())
                return;
            if (m_uses == 0) {
                tell("title " + m_window->windowTitle().toUtf8());
                tellWords(QAccessible::queryAccessibleInterface(m_window));
            }
            click(Name("railExplorer"));
            part<QLineEdit>(Name("target"))->setText(QStringLiteral("/api/orgs"));
            click(Name("send"));
            m_step = Sent;
            return;
        case Sent:
            if (!shows(Name("answerStatus")) || !shows(Name("send")))
                return;
            lock();
            tell(shows(Name("lockPage")) ? "locked " + QByteArray::number(++m_uses) : "NOT locked");
            m_step = Locked;
            return;
        case Locked:
            if (m_stops.contains(m_uses) && !QFile::exists(m_report + u'.' + QString::number(m_uses)))
                return;
            if (m_uses >= m_stops.last()) {
                QCoreApplication::quit();
                return;
            }
            click(Name("unlock"));
            m_step = Begin;
            return;
        }
    }

    QString m_report;
    QList<int> m_stops;
    QTimer m_timer;
    QWidget *m_window = nullptr;
    Step m_step = Begin;
    int m_uses = 0;
};

void start()
{
    ::unsetenv("LD_PRELOAD"); // NOLINT(concurrency-mt-unsafe): there is one thread only
    if (qobject_cast<QApplication *>(QCoreApplication::instance()))
        new Probe(qApp);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(start)
