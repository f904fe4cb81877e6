/** A mistake in the settings that the person starting the hub can put right. Its message is a sentence. */
export class SettingsError extends Error {}
