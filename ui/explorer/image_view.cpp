// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/image_view.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 mostPixels = 50'000'000; // 200 MB when decoded, below Qt's own limit of 256 MB
constexpr int largestSide = 2048;         // pixels kept

Error imageError(ErrorKind kind, const QString &sentence, const QString &technical)
{
    Error error;
    error.kind = kind;
    error.sentence = sentence;
    error.nextStep = QCoreApplication::translate("acx", "Save it to look at it with another program.");
    error.technical = technical;
    return error;
}

} // namespace

Result<ReadImage> readImage(const ResponseBody &body)
{
    static const QList<QByteArray> known{"png", "jpeg", "jpg", "gif", "webp", "bmp", "ico", "tiff", "tif"};
    const Result<QByteArrayView> bytes = body.view();
    if (!bytes)
        return fail(bytes.error());
    QByteArray raw = QByteArray::fromRawData(bytes->data(), bytes->size());
    QBuffer buffer(&raw);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    ReadImage result;
    result.format = reader.format();
    result.size = reader.size();
    if (!known.contains(result.format) || !result.size.isValid()) {
        return fail(imageError(ErrorKind::Unsupported,
                               QCoreApplication::translate("acx", "This picture cannot be shown here."),
                               reader.errorString()));
    }
    if (qint64(result.size.width()) * result.size.height() > mostPixels) {
        return fail(
            imageError(ErrorKind::TooLarge,
                       QCoreApplication::translate("acx", "This picture is too large to be shown: %1 × %2 pixels.")
                           .arg(result.size.width())
                           .arg(result.size.height()),
                       {}));
    }
    if (result.size.width() > largestSide || result.size.height() > largestSide)
        reader.setScaledSize(result.size.scaled(largestSide, largestSide, Qt::KeepAspectRatio));
    if (!reader.read(&result.image)) {
        return fail(imageError(ErrorKind::Unsupported,
                               QCoreApplication::translate("acx", "This picture is damaged or incomplete."),
                               reader.errorString()));
    }
    return result;
}

ImageView::ImageView(QWidget *parent)
    : QWidget(parent)
{}

void ImageView::setImage(const QImage &image)
{
    m_image = image;
    m_fitted = QPixmap();
    update();
}

void ImageView::paintEvent(QPaintEvent *)
{
    if (m_image.isNull())
        return;
    QSize fitted = m_image.size();
    if (fitted.width() > width() || fitted.height() > height())
        fitted.scale(size(), Qt::KeepAspectRatio);
    if (m_fitted.size() != fitted)
        m_fitted = QPixmap::fromImage(m_image.scaled(fitted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    QPainter painter(this);
    painter.drawPixmap((width() - fitted.width()) / 2, (height() - fitted.height()) / 2, m_fitted);
}

} // namespace acx
