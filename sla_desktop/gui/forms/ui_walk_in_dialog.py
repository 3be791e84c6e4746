# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'walk_in_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_WalkInDialog(object):
    def setupUi(self, WalkInDialog):
        if not WalkInDialog.objectName():
            WalkInDialog.setObjectName(u"WalkInDialog")
        WalkInDialog.resize(560, 360)
        self.layout_10 = QVBoxLayout(WalkInDialog)
        self.layout_10.setSpacing(14)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(26, 24, 26, 22)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(3)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(WalkInDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"heading")

        self.layout_1.addWidget(self.heading_label)

        self.hint_label = QLabel(WalkInDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_1.addWidget(self.hint_label)


        self.layout_10.addLayout(self.layout_1)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(12)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(5)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.given_label = QLabel(WalkInDialog)
        self.given_label.setObjectName(u"given_label")
        self.given_label.setProperty(u"look", u"field")

        self.layout_2.addWidget(self.given_label)

        self.given_edit = QLineEdit(WalkInDialog)
        self.given_edit.setObjectName(u"given_edit")
        self.given_edit.setMaxLength(100)

        self.layout_2.addWidget(self.given_edit)


        self.layout_4.addLayout(self.layout_2)

        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(5)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.family_label = QLabel(WalkInDialog)
        self.family_label.setObjectName(u"family_label")
        self.family_label.setProperty(u"look", u"field")

        self.layout_3.addWidget(self.family_label)

        self.family_edit = QLineEdit(WalkInDialog)
        self.family_edit.setObjectName(u"family_edit")
        self.family_edit.setMaxLength(100)

        self.layout_3.addWidget(self.family_edit)


        self.layout_4.addLayout(self.layout_3)

        self.layout_4.setStretch(0, 1)
        self.layout_4.setStretch(1, 1)

        self.layout_10.addLayout(self.layout_4)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(5)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.organisation_label = QLabel(WalkInDialog)
        self.organisation_label.setObjectName(u"organisation_label")
        self.organisation_label.setProperty(u"look", u"field")

        self.layout_5.addWidget(self.organisation_label)

        self.organisation_edit = QLineEdit(WalkInDialog)
        self.organisation_edit.setObjectName(u"organisation_edit")
        self.organisation_edit.setMaxLength(200)

        self.layout_5.addWidget(self.organisation_edit)


        self.layout_10.addLayout(self.layout_5)

        self.layout_8 = QHBoxLayout()
        self.layout_8.setSpacing(12)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.layout_6 = QVBoxLayout()
        self.layout_6.setSpacing(5)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.role_label = QLabel(WalkInDialog)
        self.role_label.setObjectName(u"role_label")
        self.role_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.role_label)

        self.role_edit = QLineEdit(WalkInDialog)
        self.role_edit.setObjectName(u"role_edit")
        self.role_edit.setMaxLength(200)

        self.layout_6.addWidget(self.role_edit)


        self.layout_8.addLayout(self.layout_6)

        self.layout_7 = QVBoxLayout()
        self.layout_7.setSpacing(5)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.email_label = QLabel(WalkInDialog)
        self.email_label.setObjectName(u"email_label")
        self.email_label.setProperty(u"look", u"field")

        self.layout_7.addWidget(self.email_label)

        self.email_edit = QLineEdit(WalkInDialog)
        self.email_edit.setObjectName(u"email_edit")
        self.email_edit.setMaxLength(254)

        self.layout_7.addWidget(self.email_edit)


        self.layout_8.addLayout(self.layout_7)

        self.layout_8.setStretch(0, 1)
        self.layout_8.setStretch(1, 1)

        self.layout_10.addLayout(self.layout_8)

        self.error_label = QLabel(WalkInDialog)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)
        self.error_label.setProperty(u"tone", u"bad")
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_10.addWidget(self.error_label)

        self.spacer_11 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_10.addItem(self.spacer_11)

        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(10)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.spacer_12 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_12)

        self.cancel_button = QPushButton(WalkInDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_9.addWidget(self.cancel_button)

        self.same_button = QPushButton(WalkInDialog)
        self.same_button.setObjectName(u"same_button")
        self.same_button.setAutoDefault(False)

        self.layout_9.addWidget(self.same_button)

        self.check_in_button = QPushButton(WalkInDialog)
        self.check_in_button.setObjectName(u"check_in_button")
        self.check_in_button.setProperty(u"look", u"primary")

        self.layout_9.addWidget(self.check_in_button)


        self.layout_10.addLayout(self.layout_9)

#if QT_CONFIG(shortcut)
        self.given_label.setBuddy(self.given_edit)
        self.family_label.setBuddy(self.family_edit)
        self.organisation_label.setBuddy(self.organisation_edit)
        self.role_label.setBuddy(self.role_edit)
        self.email_label.setBuddy(self.email_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(WalkInDialog)

        self.check_in_button.setDefault(True)


        QMetaObject.connectSlotsByName(WalkInDialog)
    # setupUi

    def retranslateUi(self, WalkInDialog):
        WalkInDialog.setWindowTitle(QCoreApplication.translate("WalkInDialog", u"Walk-in", None))
        self.heading_label.setText(QCoreApplication.translate("WalkInDialog", u"Walk-in", None))
        self.hint_label.setText(QCoreApplication.translate("WalkInDialog", u"They are checked in as soon as you press Enter.", None))
        self.given_label.setText(QCoreApplication.translate("WalkInDialog", u"&Given name", None))
        self.family_label.setText(QCoreApplication.translate("WalkInDialog", u"&Family name", None))
        self.organisation_label.setText(QCoreApplication.translate("WalkInDialog", u"&Organisation", None))
        self.role_label.setText(QCoreApplication.translate("WalkInDialog", u"&Role", None))
        self.email_label.setText(QCoreApplication.translate("WalkInDialog", u"&E-mail, if they like", None))
        self.error_label.setText("")
        self.cancel_button.setText(QCoreApplication.translate("WalkInDialog", u"Cancel", None))
        self.same_button.setText(QCoreApplication.translate("WalkInDialog", u"Yes, it is this person (F8)", None))
#if QT_CONFIG(tooltip)
        self.same_button.setToolTip(QCoreApplication.translate("WalkInDialog", u"Check in who is on the list, and add nobody (F8)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(shortcut)
        self.same_button.setShortcut(QCoreApplication.translate("WalkInDialog", u"F8", None))
#endif // QT_CONFIG(shortcut)
        self.check_in_button.setText(QCoreApplication.translate("WalkInDialog", u"Check in", None))
    # retranslateUi

