// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/laws.h"

using namespace Qt::StringLiterals;

namespace laws {

QRegularExpression upwardInclude()
{
    return QRegularExpression(
        uR"(#include\s+["<](ui/|QtWidgets|QtGui|QtSvg|Q(Application|GuiApplication|Widget|Dialog|Window|Clipboard|Image|Pixmap|Icon|Color|Font|Painter|Label|PushButton|Action|MainWindow|Screen|DesktopServices)\b))"_s);
}

QRegularExpression unrootedInclude()
{
    return QRegularExpression(uR"(#include\s+"(?!app/|ui/|tests/|[a-z_]+\.moc"|moc_|main\.moc|ui_))"_s);
}

QRegularExpression floorInclude()
{
    return QRegularExpression(uR"(#include\s+"app/([a-z]+)/)"_s);
}

QRegularExpression loggedSecret()
{
    return QRegularExpression(uR"((q(C?Debug|C?Info|C?Warning|C?Critical)\b.*reveal\())"_s);
}

QRegularExpression nestedLoop()
{
    return QRegularExpression(uR"(\bQEventLoop\b|processEvents\s*\(|waitForFinished\s*\()"_s);
}

QRegularExpression blockingExec()
{
    return QRegularExpression(uR"((\.|->)exec\s*\()"_s);
}

QRegularExpression blockingDialog()
{
    return QRegularExpression(
        uR"(\b(QMessageBox|QFileDialog)::(?!(Option|Accept|AnyFile|Existing|DontUse|FileMode|StandardButton))[a-z])"_s);
}

QRegularExpression senderCall()
{
    return QRegularExpression(uR"((?<![\w:.>])sender\(\))"_s);
}

QRegularExpression stringConnect()
{
    return QRegularExpression(uR"(\b(SIGNAL|SLOT)\s*\()"_s);
}

QRegularExpression thenWithContext()
{
    return QRegularExpression(uR"(\.then\s*\(\s*this\b)"_s);
}

QRegularExpression singleton()
{
    return QRegularExpression(uR"(Q_GLOBAL_STATIC|static\s+[\w:]+\s*[&*]\s*(instance|self)\s*\()"_s);
}

QRegularExpression accessManager()
{
    return QRegularExpression(uR"(\bQNetworkAccessManager\b)"_s);
}

QRegularExpression dangerousDefault()
{
    return QRegularExpression(
        uR"(ignoreSslErrors(?!\(expected\);)|setPeerVerifyMode\s*\(\s*QSslSocket::(VerifyNone|QueryPeer)|setInsecureFallback\s*\(\s*true|moveToTrash|\bQUrlQuery\b|\b\w*[fF]ile\.exists\(\))"_s);
}

QRegularExpression plainDebug()
{
    return QRegularExpression(uR"((?<![\w])qDebug\s*\()"_s);
}

QRegularExpression colourLiteral()
{
    return QRegularExpression(
        uR"("#[0-9a-fA-F]{3,8}"|\bQColor\s*\(\s*[0-9"]|\bqRgba?\s*\(|\bQt::(red|green|blue|black|white|gray|darkGray|lightGray|yellow|cyan|magenta)\b)"_s);
}

QRegularExpression unlinkedName()
{
    return QRegularExpression(
        uR"(^(?:(?:inline |static )*const(?:expr|init)?\b[^(=]*?[ &*](?<a>\w+)(?:\[[^\]]*\])?(?:\{| = |\()|(?:struct|class|enum class|enum|union) (?<b>\w+)(?!.*;)|(?!return|using|template|throw)[A-Za-z_][\w:<>,&* ]*?[ &*](?<f>\w+)\((?<p>.*)))"_s);
}

QRegularExpression parameterName()
{
    return QRegularExpression(uR"(\b\w+\b(?=\s*(?:,|\)|=))|\s)"_s);
}

} // namespace laws
