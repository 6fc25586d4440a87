using System.Text;

using NbaProps.Deployment.Declaring;

namespace NbaProps.Deployment.Rendering;

/// <summary>The example of <c>deploy/project.env</c>: every value that an installation has of its own.</summary>
internal static class ProjectFile
{
    public static string Text
    {
        get
        {
            var text = new StringBuilder("# Written by ./nbaprops deploy render. Copy it to deploy/project.env and say what is yours; that file is not committed.\n");
            foreach (var placeholder in Placeholder.All)
            {
                text.Append("\n# ").Append(placeholder.Meaning).Append('\n').Append(placeholder.Name).Append('=').Append(placeholder.Example).Append('\n');
            }

            return text.ToString();
        }
    }
}
