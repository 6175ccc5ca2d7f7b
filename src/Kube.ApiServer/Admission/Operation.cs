namespace Kube.ApiServer.Admission;

/// <summary>What a write does to the object.</summary>
internal enum Operation
{
    /// <summary>A new object.</summary>
    Create,

    /// <summary>A change of an object, by PUT or PATCH.</summary>
    Update,

    /// <summary>The end of an object.</summary>
    Delete,
}
