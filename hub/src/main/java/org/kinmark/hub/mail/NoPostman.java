package org.kinmark.hub.mail;

/// For a hub that was not told how to send mail.
final class NoPostman implements Postman {

    @Override
    public void deliver(Message message) {
        throw new IllegalStateException("there is no way to send mail");
    }

    @Override
    public boolean delivers() {
        return false;
    }
}
