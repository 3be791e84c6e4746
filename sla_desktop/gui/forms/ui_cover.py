# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cover.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_Cover(object):
    def setupUi(self, Cover):
        if not Cover.objectName():
            Cover.setObjectName(u"Cover")
        Cover.resize(1280, 720)
        Cover.setProperty(u"look", u"cover")
        self.layout_1 = QHBoxLayout(Cover)
        self.layout_1.setSpacing(0)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(24, 24, 24, 24)
        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_1)

        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(14)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.spacer_2)

        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(14)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.picture_label = QLabel(Cover)
        self.picture_label.setObjectName(u"picture_label")
        self.picture_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture_label.setProperty(u"icon_name", u"lock")
        self.picture_label.setProperty(u"icon_colour", u"accent")
        self.picture_label.setProperty(u"icon_size", 48)

        self.layout_3.addWidget(self.picture_label)

        self.title_label = QLabel(Cover)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"look", u"title")
        self.title_label.setWordWrap(True)
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout_3.addWidget(self.title_label)

        self.words_label = QLabel(Cover)
        self.words_label.setObjectName(u"words_label")
        self.words_label.setProperty(u"look", u"lead")
        self.words_label.setWordWrap(True)
        self.words_label.setTextFormat(Qt.TextFormat.PlainText)
        self.words_label.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout_3.addWidget(self.words_label)

        self.secret_edit = QLineEdit(Cover)
        self.secret_edit.setObjectName(u"secret_edit")
        self.secret_edit.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_3.addWidget(self.secret_edit)

        self.unlock_button = QPushButton(Cover)
        self.unlock_button.setObjectName(u"unlock_button")
        self.unlock_button.setProperty(u"look", u"primary")

        self.layout_3.addWidget(self.unlock_button)

        self.error_label = QLabel(Cover)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setProperty(u"look", u"strong")
        self.error_label.setWordWrap(True)
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)
        self.error_label.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout_3.addWidget(self.error_label)


        self.layout_2.addLayout(self.layout_3)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.spacer_3)


        self.layout_1.addLayout(self.layout_2)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_4)

        self.layout_1.setStretch(0, 1)
        self.layout_1.setStretch(1, 2)
        self.layout_1.setStretch(2, 1)

        self.retranslateUi(Cover)

        QMetaObject.connectSlotsByName(Cover)
    # setupUi

    def retranslateUi(self, Cover):
        self.picture_label.setText("")
        self.title_label.setText("")
        self.words_label.setText("")
#if QT_CONFIG(accessibility)
        self.secret_edit.setAccessibleName(QCoreApplication.translate("Cover", u"PIN or passphrase", None))
#endif // QT_CONFIG(accessibility)
        self.unlock_button.setText(QCoreApplication.translate("Cover", u"&Unlock", None))
        self.error_label.setText("")
        pass
    # retranslateUi

