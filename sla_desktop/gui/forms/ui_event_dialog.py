# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'event_dialog.ui'
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

class Ui_EventDialog(object):
    def setupUi(self, EventDialog):
        if not EventDialog.objectName():
            EventDialog.setObjectName(u"EventDialog")
        EventDialog.resize(560, 470)
        self.layout_8 = QVBoxLayout(EventDialog)
        self.layout_8.setSpacing(14)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(26, 24, 26, 22)
        self.heading_label = QLabel(EventDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"heading")

        self.layout_8.addWidget(self.heading_label)

        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(5)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.title_field_label = QLabel(EventDialog)
        self.title_field_label.setObjectName(u"title_field_label")
        self.title_field_label.setProperty(u"look", u"field")

        self.layout_1.addWidget(self.title_field_label)

        self.title_edit = QLineEdit(EventDialog)
        self.title_edit.setObjectName(u"title_edit")
        self.title_edit.setMaxLength(200)

        self.layout_1.addWidget(self.title_edit)

        self.error_label = QLabel(EventDialog)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)
        self.error_label.setProperty(u"tone", u"bad")
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.error_label)


        self.layout_8.addLayout(self.layout_1)

        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(5)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.venue_label = QLabel(EventDialog)
        self.venue_label.setObjectName(u"venue_label")
        self.venue_label.setProperty(u"look", u"field")

        self.layout_2.addWidget(self.venue_label)

        self.venue_edit = QLineEdit(EventDialog)
        self.venue_edit.setObjectName(u"venue_edit")
        self.venue_edit.setMaxLength(200)

        self.layout_2.addWidget(self.venue_edit)


        self.layout_8.addLayout(self.layout_2)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(12)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(5)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.date_label = QLabel(EventDialog)
        self.date_label.setObjectName(u"date_label")
        self.date_label.setProperty(u"look", u"field")

        self.layout_3.addWidget(self.date_label)

        self.date_edit = QLineEdit(EventDialog)
        self.date_edit.setObjectName(u"date_edit")
        self.date_edit.setMaxLength(40)

        self.layout_3.addWidget(self.date_edit)


        self.layout_6.addLayout(self.layout_3)

        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(5)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.starts_label = QLabel(EventDialog)
        self.starts_label.setObjectName(u"starts_label")
        self.starts_label.setProperty(u"look", u"field")

        self.layout_4.addWidget(self.starts_label)

        self.starts_edit = QLineEdit(EventDialog)
        self.starts_edit.setObjectName(u"starts_edit")
        self.starts_edit.setMaxLength(40)

        self.layout_4.addWidget(self.starts_edit)


        self.layout_6.addLayout(self.layout_4)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(5)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.ends_label = QLabel(EventDialog)
        self.ends_label.setObjectName(u"ends_label")
        self.ends_label.setProperty(u"look", u"field")

        self.layout_5.addWidget(self.ends_label)

        self.ends_edit = QLineEdit(EventDialog)
        self.ends_edit.setObjectName(u"ends_edit")
        self.ends_edit.setMaxLength(40)

        self.layout_5.addWidget(self.ends_edit)


        self.layout_6.addLayout(self.layout_5)

        self.layout_6.setStretch(0, 3)
        self.layout_6.setStretch(1, 2)
        self.layout_6.setStretch(2, 2)

        self.layout_8.addLayout(self.layout_6)

        self.layout_16 = QHBoxLayout()
        self.layout_16.setSpacing(12)
        self.layout_16.setObjectName(u"layout_16")
        self.layout_16.setContentsMargins(0, 0, 0, 0)
        self.layout_17 = QVBoxLayout()
        self.layout_17.setSpacing(5)
        self.layout_17.setObjectName(u"layout_17")
        self.layout_17.setContentsMargins(0, 0, 0, 0)
        self.last_day_label = QLabel(EventDialog)
        self.last_day_label.setObjectName(u"last_day_label")
        self.last_day_label.setProperty(u"look", u"field")

        self.layout_17.addWidget(self.last_day_label)

        self.last_day_edit = QLineEdit(EventDialog)
        self.last_day_edit.setObjectName(u"last_day_edit")
        self.last_day_edit.setMaxLength(40)

        self.layout_17.addWidget(self.last_day_edit)


        self.layout_16.addLayout(self.layout_17)

        self.layout_14 = QVBoxLayout()
        self.layout_14.setSpacing(5)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(0, 0, 0, 0)
        self.zone_label = QLabel(EventDialog)
        self.zone_label.setObjectName(u"zone_label")
        self.zone_label.setProperty(u"look", u"field")

        self.layout_14.addWidget(self.zone_label)

        self.zone_edit = QLineEdit(EventDialog)
        self.zone_edit.setObjectName(u"zone_edit")
        self.zone_edit.setMaxLength(60)

        self.layout_14.addWidget(self.zone_edit)


        self.layout_16.addLayout(self.layout_14)

        self.layout_16.setStretch(0, 1)
        self.layout_16.setStretch(1, 1)

        self.layout_8.addLayout(self.layout_16)

        self.when_error_label = QLabel(EventDialog)
        self.when_error_label.setObjectName(u"when_error_label")
        self.when_error_label.setWordWrap(True)
        self.when_error_label.setProperty(u"tone", u"bad")
        self.when_error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_8.addWidget(self.when_error_label)

        self.layout_13 = QHBoxLayout()
        self.layout_13.setSpacing(12)
        self.layout_13.setObjectName(u"layout_13")
        self.layout_13.setContentsMargins(0, 0, 0, 0)
        self.layout_11 = QVBoxLayout()
        self.layout_11.setSpacing(5)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(0, 0, 0, 0)
        self.organiser_label = QLabel(EventDialog)
        self.organiser_label.setObjectName(u"organiser_label")
        self.organiser_label.setProperty(u"look", u"field")

        self.layout_11.addWidget(self.organiser_label)

        self.organiser_edit = QLineEdit(EventDialog)
        self.organiser_edit.setObjectName(u"organiser_edit")
        self.organiser_edit.setMaxLength(200)

        self.layout_11.addWidget(self.organiser_edit)


        self.layout_13.addLayout(self.layout_11)

        self.layout_12 = QVBoxLayout()
        self.layout_12.setSpacing(5)
        self.layout_12.setObjectName(u"layout_12")
        self.layout_12.setContentsMargins(0, 0, 0, 0)
        self.contact_label = QLabel(EventDialog)
        self.contact_label.setObjectName(u"contact_label")
        self.contact_label.setProperty(u"look", u"field")

        self.layout_12.addWidget(self.contact_label)

        self.contact_edit = QLineEdit(EventDialog)
        self.contact_edit.setObjectName(u"contact_edit")
        self.contact_edit.setMaxLength(200)

        self.layout_12.addWidget(self.contact_edit)


        self.layout_13.addLayout(self.layout_12)

        self.layout_13.setStretch(0, 1)
        self.layout_13.setStretch(1, 1)

        self.layout_8.addLayout(self.layout_13)

        self.layout_15 = QVBoxLayout()
        self.layout_15.setSpacing(5)
        self.layout_15.setObjectName(u"layout_15")
        self.layout_15.setContentsMargins(0, 0, 0, 0)
        self.programme_label = QLabel(EventDialog)
        self.programme_label.setObjectName(u"programme_label")
        self.programme_label.setProperty(u"look", u"field")

        self.layout_15.addWidget(self.programme_label)

        self.programme_edit = QLineEdit(EventDialog)
        self.programme_edit.setObjectName(u"programme_edit")
        self.programme_edit.setMaxLength(200)

        self.layout_15.addWidget(self.programme_edit)


        self.layout_8.addLayout(self.layout_15)

        self.spacer_9 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_8.addItem(self.spacer_9)

        self.layout_7 = QHBoxLayout()
        self.layout_7.setSpacing(10)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_7.addItem(self.spacer_10)

        self.cancel_button = QPushButton(EventDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_7.addWidget(self.cancel_button)

        self.save_button = QPushButton(EventDialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"look", u"primary")

        self.layout_7.addWidget(self.save_button)


        self.layout_8.addLayout(self.layout_7)

#if QT_CONFIG(shortcut)
        self.title_field_label.setBuddy(self.title_edit)
        self.venue_label.setBuddy(self.venue_edit)
        self.date_label.setBuddy(self.date_edit)
        self.starts_label.setBuddy(self.starts_edit)
        self.ends_label.setBuddy(self.ends_edit)
        self.last_day_label.setBuddy(self.last_day_edit)
        self.zone_label.setBuddy(self.zone_edit)
        self.organiser_label.setBuddy(self.organiser_edit)
        self.contact_label.setBuddy(self.contact_edit)
        self.programme_label.setBuddy(self.programme_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(EventDialog)

        self.save_button.setDefault(True)


        QMetaObject.connectSlotsByName(EventDialog)
    # setupUi

    def retranslateUi(self, EventDialog):
        EventDialog.setWindowTitle(QCoreApplication.translate("EventDialog", u"New event", None))
        self.heading_label.setText(QCoreApplication.translate("EventDialog", u"New event", None))
        self.title_field_label.setText(QCoreApplication.translate("EventDialog", u"&Name of the event", None))
        self.title_edit.setPlaceholderText(QCoreApplication.translate("EventDialog", u"Leadership community day", None))
        self.error_label.setText("")
        self.venue_label.setText(QCoreApplication.translate("EventDialog", u"&Venue", None))
        self.venue_edit.setPlaceholderText(QCoreApplication.translate("EventDialog", u"Where it happens", None))
        self.date_label.setText(QCoreApplication.translate("EventDialog", u"&Date", None))
        self.starts_label.setText(QCoreApplication.translate("EventDialog", u"&Starts", None))
        self.ends_label.setText(QCoreApplication.translate("EventDialog", u"&Ends", None))
        self.last_day_label.setText(QCoreApplication.translate("EventDialog", u"&Last day (optional)", None))
        self.last_day_edit.setPlaceholderText(QCoreApplication.translate("EventDialog", u"If it lasts several days", None))
        self.zone_label.setText(QCoreApplication.translate("EventDialog", u"&Time zone", None))
        self.when_error_label.setText("")
        self.organiser_label.setText(QCoreApplication.translate("EventDialog", u"&Organiser (optional)", None))
        self.organiser_edit.setPlaceholderText(QCoreApplication.translate("EventDialog", u"Who invites", None))
        self.contact_label.setText(QCoreApplication.translate("EventDialog", u"&Contact (optional)", None))
        self.contact_edit.setPlaceholderText(QCoreApplication.translate("EventDialog", u"Phone or e-mail", None))
        self.programme_label.setText(QCoreApplication.translate("EventDialog", u"&Programme that it is a part of (optional)", None))
        self.cancel_button.setText(QCoreApplication.translate("EventDialog", u"Cancel", None))
        self.save_button.setText(QCoreApplication.translate("EventDialog", u"Create event", None))
    # retranslateUi

