// SPDX-License-Identifier: GPL-3.0-or-later
// A large answer in the window: time until the tree is painted, memory, and the longest stall of the event loop.
//   bench_answer ANSWER [NOTE]
// Each measurement is a process of its own: bench_answer panel|parse ANSWER
#include "app/explorer/request_sender.h"
#include "tests/benchmarks/process_memory.h"
#include "tests/benchmarks/row.h"
#include "tests/benchmarks/stall_meter.h"
#include "ui/explorer/answer_panel.h"
#include "ui/explorer/json_tree_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPaintEvent>
#include <QProcess>

#include <simdjson.h>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int runLimit = 300'000; // milliseconds

ResponseBody bodyOf(const QString &path)
{
    ResponseBody body;
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(path));
    while (!file.atEnd()) {
        if (!body.append(file.read(1024LL * 1024)))
            qFatal("The body cannot be kept.");
    }
    return body;
}

Exchange exchangeWith(const ResponseBody &body)
{
    Exchange exchange;
    exchange.url = QUrl(u"https://api.example.com/api/large"_s);
    exchange.response.status = 200;
    exchange.response.url = exchange.url;
    exchange.response.headers = {{"Content-Type"_ba, "application/json"_ba}};
    exchange.response.body = body;
    return exchange;
}

/// Tells when the tree of the large answer has been painted.
class PaintWatch final : public QObject
{
public:
    PaintWatch(AnswerPanel &panel, JsonTreeView &tree, std::function<void()> painted)
        : m_panel(panel)
        , m_tree(tree)
        , m_painted(std::move(painted))
    {
        tree.viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isTree = event->type() == QEvent::Paint && m_panel.jsonIndex() && m_tree.model()->rowCount() > 0;
        if (isTree && m_painted) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, std::exchange(m_painted, nullptr));
        }
        return false;
    }

private:
    AnswerPanel &m_panel;
    JsonTreeView &m_tree;
    std::function<void()> m_painted;
};

/// Prints milliseconds, kilobytes and the longest stall in milliseconds.
int measurePanel(QApplication &application, const QString &path)
{
    Theme theme(application);
    AnswerPanel panel(theme);
    panel.resize(900, 700);
    panel.show();
    const ResponseBody body = bodyOf(path);
    auto *tree = panel.findChild<JsonTreeView *>(u"answerTree"_s);
    auto *search = panel.findChild<QLineEdit *>(u"answerSearch"_s);
    if (!tree || !search)
        qFatal("The panel has no tree or no search.");
    StallMeter stall;
    QElapsedTimer timer;
    double paintedMs = 0;
    qint64 memory = 0;
    const PaintWatch watch(panel, *tree, [&] {
        paintedMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        memory += ownMemory("VmRSS");
        // Meanwhile one word is looked for, and the tree is unfolded.
        search->setText(u"codespace"_s);
        QTimer::singleShot(2000, &panel, [&] {
            tree->unfold(2);
            QTimer::singleShot(1000, &panel, &QCoreApplication::quit);
        });
    });
    QTimer::singleShot(500, &panel, [&] {
        stall.restart();
        memory = -ownMemory("VmRSS");
        timer.start();
        panel.showExchange(exchangeWith(body));
    });
    QTimer::singleShot(runLimit, &panel, [] { qFatal("The tree was not painted."); });
    QApplication::exec();
    std::printf("%.3f %lld %.3f\n", paintedMs, static_cast<long long>(memory), stall.longest());
    return 0;
}

int measureParse(const QString &path)
{
    const auto text = simdjson::padded_string::load(path.toStdString());
    const double ms = millisecondsOf([&text] {
        simdjson::dom::parser parser;
        if (parser.parse(text.value_unsafe()).error() != simdjson::SUCCESS)
            qFatal("The reference cannot read the document.");
    });
    std::printf("%.3f\n", ms);
    return 0;
}

QList<double> numbersOf(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(2 * runLimit);
    QList<double> numbers;
    for (const QByteArray &word : process.readAllStandardOutput().simplified().split(' '))
        numbers << word.toDouble();
    numbers.resize(3);
    return numbers;
}

void compare(const QString &path, const QString &note)
{
    QList<double> painted;
    QList<double> memory;
    QList<double> parsed;
    double stall = 0;
    for (int i = 0; i < 5; ++i) {
        parsed << numbersOf({u"parse"_s, path}).at(0);
        const QList<double> panel = numbersOf({u"panel"_s, path});
        painted << panel.at(0);
        memory << panel.at(1) / 1024;
        stall = std::max(stall, panel.at(2));
    }
    const double size = static_cast<double>(QFileInfo(path).size()) / 1024 / 1024;
    const QString what = u"%1 MB JSON answer"_s.arg(std::round(static_cast<double>(QFileInfo(path).size()) / 1e6));
    print({what + u", last byte to painted tree"_s, median(painted), u"ms"_s, median(parsed), u"simdjson DOM"_s, 3,
           note});
    print({u"memory for that answer"_s, median(memory), u"MB"_s, size, u"its size"_s, 2,
           u"growth of VmRSS, mapped pages counted"_s});
    print({u"longest stall of the event loop meanwhile"_s,
           stall,
           u"ms"_s,
           0,
           {},
           50,
           u"worst of 5: reading, painting, a search, unfolding"_s});
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && arguments.at(1) == "panel"_L1)
        return measurePanel(application, arguments.at(2));
    if (arguments.size() > 2 && arguments.at(1) == "parse"_L1)
        return measureParse(arguments.at(2));
    if (arguments.size() < 2)
        qFatal("bench_answer ANSWER [NOTE]");
    compare(arguments.at(1), arguments.value(2));
    return 0;
}
