namespace NbaProps.Hosting.Configuration;

/// <summary>
/// The setting's value is nobody's business: no message shows it, and on Google Cloud it comes from the environment alone, where Secret Manager puts it.
/// Whatever has to treat secrets otherwise than settings asks <see cref="SecretSettings"/>, which finds this mark.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
