// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_path.h"

#include "app/base/visible_text.h"
#include "ui/explorer/parameter_field_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tool_tip.h"

#include <QEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int mostPathLines = 3;

/// As fillOperation() does it.
QString encoded(const QString &value, bool reserved = false)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value, reserved ? "!$'()*,/:;=?@"_ba : QByteArray()));
}

QStringList allEncoded(const QStringList &values, bool reserved)
{
    QStringList result;
    for (const QString &value : values)
        result.append(encoded(value, reserved));
    return result;
}

} // namespace

RequestPath::RequestPath(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"requestPath"_s);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(theme.font(FontRole::Mono));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RequestPath::setOperation(const Operation &operation)
{
    m_operation = operation;
    m_values.clear();
    rebuild();
}

void RequestPath::setValues(const QList<NamedValue> &values)
{
    if (values == m_values)
        return;
    m_values = values;
    rebuild();
}

void RequestPath::setBase(const QString &base)
{
    m_base = base;
    setToolTip(plainToolTip(m_base + m_text));
}

QStringList RequestPath::valuesOf(const OperationParameter &parameter) const
{
    QStringList found;
    const QString full = toText(parameter.place) + u':' + parameter.name;
    for (const NamedValue &value : m_values) {
        if (value.name == full || value.name == parameter.name)
            found.append(isSecret(parameter) ? u"•••"_s : value.value);
    }
    return found;
}

void RequestPath::append(const QString &text, bool isParameter)
{
    const QString shown = withVisibleControls(text);
    if (isParameter)
        m_runs.append({static_cast<int>(m_text.size()), static_cast<int>(shown.size())});
    m_text += shown;
}

void RequestPath::appendPath()
{
    static const QRegularExpression names(u"\\{([^}]+)\\}"_s);
    qsizetype at = 0;
    QRegularExpressionMatchIterator all = names.globalMatch(m_operation.path);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        append(m_operation.path.mid(at, match.capturedStart() - at), false);
        OperationParameter parameter;
        parameter.name = match.captured(1);
        parameter.place = ParameterPlace::Path;
        const QStringList values = valuesOf(parameter);
        append(values.isEmpty() ? match.captured() : encoded(values.join(u',')), true);
        at = match.capturedEnd();
    }
    append(m_operation.path.mid(at), false);
}

void RequestPath::appendQuery()
{
    QChar before = u'?';
    for (const OperationParameter &parameter : m_operation.parameters) {
        const QStringList values = valuesOf(parameter);
        if (parameter.place != ParameterPlace::Query || values.isEmpty())
            continue;
        const QStringList texts = isSecret(parameter) ? values : allEncoded(values, parameter.reserved);
        const QStringList parts = parameter.exploded ? texts : QStringList(texts.join(u','));
        for (const QString &part : parts) {
            append(before + encoded(parameter.name) + u'=', false);
            append(part, true);
            before = u'&';
        }
    }
}

void RequestPath::rebuild()
{
    m_text.clear();
    m_runs.clear();
    appendPath();
    appendQuery();
    setAccessibleName(tr("Path: %1").arg(m_text));
    setToolTip(plainToolTip(m_base + m_text));
    updateGeometry();
    update();
}

int RequestPath::layOut(QTextLayout &layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setText(m_text);
    layout.setFont(font());
    double height = 0;
    layout.beginLayout();
    for (int i = 0; i < mostPathLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(1, width));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return static_cast<int>(std::ceil(height));
}

int RequestPath::heightForWidth(int width) const
{
    QTextLayout layout;
    return std::max(fontMetrics().height(), layOut(layout, width));
}

QSize RequestPath::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height()};
}

QSize RequestPath::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, fontMetrics().height()};
}

void RequestPath::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void RequestPath::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QTextLayout layout;
    layOut(layout, width());
    QList<QTextLayout::FormatRange> formats;
    for (const Run &run : m_runs) {
        QTextLayout::FormatRange range;
        range.start = run.start;
        range.length = run.length;
        range.format.setForeground(m_theme.colour(Colour::Accent));
        formats.append(range);
    }
    QPainter painter(this);
    painter.setPen(m_theme.colour(Colour::TextMuted));
    layout.draw(&painter, QPointF(0, 0), formats);
}

} // namespace acx
